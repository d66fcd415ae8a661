package dev.layered.layer;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import dev.layered.outcome.Progress;
import dev.layered.store.BlobDraft;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes a layer as one tar archive whose bytes depend on nothing but its entries and the format version.
 *
 * <p>One pass gives blob, digest, diffID and size, in constant memory. Every file is compared with the digest it was
 * keyed by on the way. Thread-safe.
 */
public final class LayerWriter {

    private LayerWriter() {}

    /**
     * Writes the layer to a draft, which the caller commits, and closes in any case.
     *
     * @param progress hears how many bytes of the files are written
     * @throws dev.layered.failure.LayeredFailure {@code file-changed}, {@code file-kind} or {@code file-read} if a file
     *     is not what it was when it was keyed; {@code disk-full} or {@code file-write}; the draft is of no use then
     */
    public static Layer write(KeyedLayer layer, BlobDraft draft, Progress progress) {
        try {
            Digest diffId = writeTar(layer, draft, progress);
            return layer(layer, draft.digest(), draft.size(), diffId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a layer of which nobody knows what is in its files, and finds its key, by reading each file once.
     *
     * @param entries in any order, as for {@link LayerKeys#key}, which tells what else is thrown
     * @param known is told what was found in the files
     * @throws dev.layered.failure.LayeredFailure as above
     */
    public static Written writeKeying(
            List<LayerEntry> entries, Compression compression, KnownFiles known, BlobDraft draft, Progress progress) {
        try (LayerTar tar = new LayerTar(compression, draft, progress)) {
            KeyedLayer keyed = LayerKeys.key(entries, compression, known, entry -> tar.writeKeying(entry, known));
            Digest diffId = tar.finish();
            return new Written(keyed, layer(keyed, draft.digest(), draft.size(), diffId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A layer that was written, and its entries. */
    public record Written(KeyedLayer keyed, Layer layer) {}

    /** Writes the layer to any stream, which is left open. */
    public static Layer write(KeyedLayer layer, OutputStream out) throws IOException {
        HashingOutputStream hash = new HashingOutputStream(out);
        Digest diffId = writeTar(layer, hash, Progress.UNHEARD);
        return layer(layer, hash.digest(), hash.size(), diffId);
    }

    /**
     * Compresses a tar that is made already, to a draft that the caller commits.
     *
     * @param tar an uncompressed layer
     * @throws dev.layered.failure.LayeredFailure {@code layer-damaged} if its bytes are not those of its descriptor
     * @throws IOException if it cannot be read
     */
    public static Descriptor compress(Blob tar, Compression compression, BlobDraft draft) throws IOException {
        CompressedOutput compressed = compression.wrap(draft);
        HashingOutputStream hash = new HashingOutputStream(compressed);
        try (InputStream in = tar.open()) {
            in.transferTo(hash);
            compressed.close();
        } finally {
            compressed.free();
        }
        Digest found = hash.digest();
        if (!found.equals(tar.descriptor().digest())) {
            throw LayerFailure.damaged(
                    tar.source(), "it is " + found + ", not " + tar.descriptor().digest());
        }
        return Descriptor.of(compression.mediaType(), draft.digest(), draft.size());
    }

    private static Layer layer(KeyedLayer layer, Digest digest, long size, Digest diffId) {
        return new Layer(layer.key(), Descriptor.of(layer.compression().mediaType(), digest, size), diffId);
    }

    private static Digest writeTar(KeyedLayer layer, OutputStream blob, Progress progress) throws IOException {
        try (LayerTar tar = new LayerTar(layer.compression(), blob, progress)) {
            for (KeyedEntry entry : layer.entries()) {
                tar.write(entry);
            }
            return tar.finish();
        }
    }
}
