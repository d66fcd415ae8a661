package dev.layered.outcome;

/**
 * What a build would do about one planned layer.
 *
 * @param key the layer key, as {@code sha256:...}
 * @param files in the layer, directories not counted
 * @param contentSize of the files, in bytes
 * @param compression in a word
 * @param known whether the layer need not be made
 */
public record LayerPreview(String name, String key, int files, long contentSize, String compression, boolean known) {}
