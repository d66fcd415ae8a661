package dev.layered.outcome;

/** Hears how far one piece of work is; closed when it is done, or failed. Thread-safe. */
public interface Progress extends AutoCloseable {

    /** Hears nothing. */
    Progress UNHEARD = done -> {};

    /**
     * So much is done; heard often.
     *
     * @param done bytes from the start of the work on; fewer than before where it begins again
     */
    void at(long done);

    /** All of it is done. */
    default void done() {}

    @Override
    default void close() {}
}
