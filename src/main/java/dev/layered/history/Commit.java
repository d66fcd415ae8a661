package dev.layered.history;

/**
 * A commit of the repository.
 *
 * @param id its full hash, in hex
 * @param date of the day it was committed, {@code 2026-01-31}
 * @param subject the first line of its message
 */
public record Commit(String id, String date, String subject) {

    private static final int SHORT = 10;

    /** Returns as much of the hash as people read. */
    public String shortId() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
