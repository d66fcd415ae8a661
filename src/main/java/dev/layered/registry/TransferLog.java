package dev.layered.registry;

/** Hears how far a blob is on its way. */
@FunctionalInterface
public interface TransferLog {

    /** Hears nothing. */
    TransferLog SILENT = bytes -> {};

    /** So many bytes of the blob were sent; fewer than before where it has to be sent again. */
    void sent(long bytes);
}
