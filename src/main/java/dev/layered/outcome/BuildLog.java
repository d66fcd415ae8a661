package dev.layered.outcome;

/**
 * Hears what a run does while it does it.
 *
 * <p>Implementations are thread-safe: layers are made side by side.
 */
public interface BuildLog {

    /** Hears nothing. */
    BuildLog SILENT = new BuildLog() {};

    /** Something that does not stop the run but that users should know. */
    default void warning(String text) {}

    /** A decision that users would ask about. */
    default void note(String text) {}

    /** A detail for those who look for a fault. */
    default void detail(String text) {}

    /**
     * The run begins to write a layer.
     *
     * @param bytes of all its files
     */
    default void writingLayer(String name, int files, long bytes) {}

    /**
     * The run begins to read a layer.
     *
     * @param bytes of the blob
     */
    default void readingLayer(String layer, long bytes) {}

    /** A piece of work begins that may take long; returns what hears how far it is. */
    default Progress begin(Work work) {
        return Progress.UNHEARD;
    }

    /** A blob is in a repository. */
    default void transferred(String name, Transfer transfer) {}

    /** A layer is there, written or found. */
    default void layerReady(LayerOutcome layer) {}
}
