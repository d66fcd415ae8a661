package dev.layered.outcome;

/**
 * What one check of an image looked at and found.
 *
 * @param name for people, e.g. {@code layers}
 * @param seen what was looked at, with numbers, e.g. {@code 6 layers, 4321 entries}
 * @param bytes that were read or written on the way; 0 where that says nothing
 * @param faults how many there are
 */
public record CheckOutcome(String name, String seen, long bytes, int faults) {}
