package dev.layered.layer;

import dev.layered.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Reads a layer of anybody's: a tar in gzip, in Zstandard, or as it is.
 *
 * <p>What it is its first bytes tell, whatever its media type says. Constant memory, and an end soon: a blob that
 * becomes too large, is cut or goes on after its end fails.
 */
public final class LayerReader {

    private LayerReader() {}

    /**
     * Reads all entries, and the blob to its end.
     *
     * @param blob is closed
     * @param source where it comes from, for messages
     * @throws dev.layered.failure.LayeredFailure what {@link #uncompressed} and {@link TarReader} tell
     * @throws IOException what the visitor throws, or reading the blob
     */
    public static void read(InputStream blob, String source, TarReader.Visitor visitor) throws IOException {
        try (InputStream tar = uncompressed(blob, source)) {
            TarReader.read(tar, source, visitor);
            tar.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * Returns the tar, of which the diffID is. Whoever reads it to the end has read the blob to its end.
     *
     * @param blob is closed with the tar, or on failure
     * @return a stream that fails with {@code layer-damaged} or {@code layer-bomb}
     * @throws dev.layered.failure.LayeredFailure {@code layer-compression} if it is of a kind that we do not read
     * @throws IOException if the blob cannot be read
     */
    public static InputStream uncompressed(InputStream blob, String source) throws IOException {
        return new UncompressedLayer(blob, source);
    }

    /**
     * Returns the media type that the first bytes of a blob tell.
     *
     * @throws dev.layered.failure.LayeredFailure {@code layer-compression} if it is of a kind that we do not read
     */
    public static String mediaType(InputStream blob, String source) throws IOException {
        return LayerForm.of(blob.readNBytes(LayerForm.BEGIN), source).mediaType();
    }
}
