package dev.layered.history;

/**
 * A regular file of a commit.
 *
 * @param path from the repository's top, with slashes
 * @param blob the hash of its content, in hex
 * @param bytes of its content
 */
public record TreeFile(String path, String blob, long bytes) {}
