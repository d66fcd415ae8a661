package dev.layered.outcome;

import dev.layered.image.Descriptor;

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

    /**
     * A blob is on its way into a repository; heard often.
     *
     * @param sent bytes so far; fewer than before where it has to be sent again
     */
    default void sending(String name, long sent, long size) {}

    /** A blob is in a repository. */
    default void transferred(String name, Transfer transfer) {}

    /**
     * The run begins to fetch a layer of the base image.
     *
     * @param from the image, as users call it
     */
    default void fetchingLayer(Descriptor layer, String from) {}

    /** A layer is there, written or found. */
    default void layerReady(LayerOutcome layer) {}
}
