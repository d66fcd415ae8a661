package dev.layered.layer;

import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import dev.layered.outcome.Progress;
import dev.layered.store.KnownFiles;
import dev.layered.tar.TarWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The tar of one layer while it is written, entry by entry in its order, and compressed into a blob.
 *
 * <p>On failure nothing is completed, so that what was written cannot pass for a layer. To be closed in any case. Not thread-safe.
 */
final class LayerTar implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final CompressedOutput compressed;
    private final HashingOutputStream hash;
    private final OutputStream buffered;
    private final TarWriter entries;
    private final MeasuredOutput measured;

    /** Leaves the blob open. */
    LayerTar(Compression compression, OutputStream blob, Progress progress) throws IOException {
        this.compressed = compression.wrap(blob);
        this.hash = new HashingOutputStream(compressed);
        this.buffered = new BufferedOutputStream(hash, BUFFER);
        this.entries = new TarWriter(buffered);
        this.measured = new MeasuredOutput(progress);
    }

    /** Writes an entry, whose file is what it was when it was keyed. */
    void write(KeyedEntry keyed) throws IOException {
        entries.write(keyed.header(), out -> {
            if (keyed.entry().content() instanceof Content.OfFile source) {
                new SourceFile(source).copyUnchanged(keyed, measured.before(out), this::packed);
            } else if (keyed.entry().content() instanceof Content.OfBytes made) {
                measured.before(out).write(made.bytes());
            }
        });
    }

    /** Writes an entry, and tells what is in its file. */
    KeyedEntry writeKeying(LayerEntry entry, KnownFiles known) throws IOException {
        if (!(entry.content() instanceof Content.OfFile of)) {
            KeyedEntry keyed = LayerKeys.withoutFile(entry);
            write(keyed);
            return keyed;
        }
        SourceFile source = new SourceFile(of);
        ReadableFile.Stat stat = source.stat();
        KeyedEntry[] keyed = new KeyedEntry[1];
        entries.write(
                KeyedEntry.header(entry, stat.size()),
                out -> keyed[0] = source.copyKeying(entry, stat, known, measured.before(out), this::packed));
        return keyed[0];
    }

    private void packed(long count) throws IOException {
        buffered.flush();
        compressed.packed(count);
    }

    /** Completes the blob; returns the diffID. */
    Digest finish() throws IOException {
        entries.finish();
        buffered.flush();
        compressed.close();
        return hash.digest();
    }

    @Override
    public void close() throws IOException {
        compressed.free();
    }
}
