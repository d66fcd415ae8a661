package dev.layered.suggest;

/**
 * A file in an image, by what is in it: equal pieces are equal bytes.
 *
 * @param id what it is, with its version or another word for its content
 * @param bytes its size
 */
public record Piece(String id, long bytes) {}
