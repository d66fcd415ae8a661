package dev.layered.outcome;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;

/**
 * What became of one layer of the image.
 *
 * @param key the layer key, as {@code sha256:...}
 * @param files in the layer, directories not counted
 * @param contentSize of the files, in bytes
 * @param descriptor of the blob; its size is what is stored and sent
 */
public record LayerOutcome(
        String name,
        String key,
        int files,
        long contentSize,
        Descriptor descriptor,
        Digest diffId,
        LayerOrigin origin) {}
