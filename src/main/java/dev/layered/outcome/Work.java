package dev.layered.outcome;

/**
 * A piece of work on one blob that may take long.
 *
 * @param name what users call the blob, with the beginning of its digest where its name alone does not tell it
 * @param size bytes until it is done
 */
public record Work(Kind kind, String name, long size) {

    /** What is done with the blob. */
    public enum Kind {
        /** It is made of its files, whose bytes count. */
        WRITE,
        /** It is fetched from a registry. */
        FETCH,
        /** It is sent to a registry. */
        SEND
    }
}
