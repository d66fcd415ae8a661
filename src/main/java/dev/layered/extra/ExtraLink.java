package dev.layered.extra;

/**
 * A symbolic link that the user declares: a {@code <link>}.
 *
 * @param path absolute path in the image
 * @param target as written
 * @param place where it was written, for messages
 */
public record ExtraLink(String path, String target, String place) {}
