package dev.layered.layout;

import java.util.function.Supplier;

/** How many bytes of documents are read, so that memory has room for all of them. Not thread-safe. */
final class DocumentBudget {

    /** The most bytes of documents that are kept; an index of forty thousand manifests has 4 MiB. */
    private static final long MOST_BYTES = 32L << 20;

    private long bytesRead;

    /**
     * Returns the bytes of a document. Once there were too many, none is read any more.
     *
     * @param place where the document is, for messages
     * @throws dev.layered.failure.LayeredFailure {@code image-damaged} if there were
     */
    byte[] spend(String place, Supplier<byte[]> document) {
        if (bytesRead <= MOST_BYTES) {
            byte[] bytes = document.get();
            bytesRead += bytes.length;
            if (bytesRead <= MOST_BYTES) {
                return bytes;
            }
        }
        throw LayoutFailure.image(place, "its documents together have more than " + MOST_BYTES + " bytes");
    }
}
