package dev.layered.layer;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import dev.layered.outcome.Progress;
import dev.layered.store.BlobDraft;
import dev.layered.tar.TarWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes a layer as one tar archive whose bytes depend on nothing but its entries and the format version.
 *
 * <p>One pass gives blob, digest, diffID and size, in constant memory. Every file is compared with the digest it was
 * keyed by on the way. Thread-safe.
 */
public final class LayerWriter {

    private static final int BUFFER = 1 << 16;

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

    /** Returns the diffID. On failure nothing is completed, so that what was written cannot pass for a layer. */
    private static Digest writeTar(KeyedLayer layer, OutputStream blob, Progress progress) throws IOException {
        CompressedOutput compressed = layer.compression().wrap(blob);
        try {
            return writeTar(layer, compressed, progress);
        } finally {
            compressed.free();
        }
    }

    private static Digest writeTar(KeyedLayer layer, CompressedOutput compressed, Progress progress)
            throws IOException {
        HashingOutputStream tar = new HashingOutputStream(compressed);
        OutputStream buffered = new BufferedOutputStream(tar, BUFFER);
        TarWriter entries = new TarWriter(buffered);
        MeasuredOutput measured = new MeasuredOutput(progress);
        SourceFile.Packed packed = count -> {
            buffered.flush();
            compressed.packed(count);
        };
        for (KeyedEntry keyed : layer.entries()) {
            entries.write(keyed.header(), content -> writeContent(keyed, measured.before(content), packed));
        }
        entries.finish();
        buffered.flush();
        compressed.close();
        return tar.digest();
    }

    private static void writeContent(KeyedEntry keyed, OutputStream out, SourceFile.Packed packed) throws IOException {
        if (keyed.entry().content() instanceof Content.OfFile source) {
            new SourceFile(source).copyUnchanged(keyed, out, packed);
        } else if (keyed.entry().content() instanceof Content.OfBytes made) {
            out.write(made.bytes());
        }
    }
}
