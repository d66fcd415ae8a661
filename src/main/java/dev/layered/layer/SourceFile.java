package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import dev.layered.jar.JarParts.Mode;
import dev.layered.layer.ReadableFile.Packed;
import dev.layered.layer.ReadableFile.Stat;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A file of this machine that goes into a layer: gets its key, and is copied with it or while it gets it. */
public final class SourceFile {

    /** What of a file goes into a layer, as it is recorded. A change of what becomes of a jar is a new word. */
    private static final String TIMELESS = "timeless-1";

    private static final String AS_IS = "as-is";

    private final ReadableFile file;
    private final boolean isTimeless;

    /** Opens nothing yet. */
    public SourceFile(Content.OfFile source) {
        this.file = new ReadableFile(source.file());
        this.isTimeless = source.form() == Content.Form.TIMELESS_JAR;
    }

    /**
     * Returns the entry with the digest and size of this file, which is read unless it is known.
     *
     * @throws LayeredFailure {@code file-kind} or {@code file-read}
     */
    KeyedEntry keyed(LayerEntry entry, KnownFiles known) {
        KnownFiles.Read found = found(known);
        return new KeyedEntry(entry, found.digest(), found.size());
    }

    /**
     * Returns the digest of what of this file goes into a layer; the file is read unless it is known.
     *
     * @throws LayeredFailure {@code file-kind} or {@code file-read}
     */
    public Digest digest(KnownFiles known) {
        return found(known).digest();
    }

    private String form() {
        return isTimeless ? TIMELESS : AS_IS;
    }

    private Mode mode() {
        return isTimeless ? Mode.TIMELESS : Mode.PARTS;
    }

    private KnownFiles.Read found(KnownFiles known) {
        return known.read(file.path(), form(), this::read);
    }

    private KnownFiles.Read read() {
        HashingOutputStream hash = new HashingOutputStream(OutputStream.nullOutputStream());
        try {
            // nobody asks here what is compressed, so a jar that goes in as it is need not be taken apart
            file.copy(isTimeless ? Mode.TIMELESS : Mode.WHOLE, hash, Long.MAX_VALUE, count -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KnownFiles.Read(hash.digest(), hash.size());
    }

    /**
     * Writes this file if it still is what it was when it was keyed.
     *
     * @throws LayeredFailure {@code file-changed} if it is not, {@code file-kind} or {@code file-read}
     * @throws IOException if {@code out} fails
     */
    void copyUnchanged(KeyedEntry keyed, OutputStream out, Packed packed) throws IOException {
        HashingOutputStream hash = new HashingOutputStream(out);
        file.copy(mode(), hash, keyed.size(), packed);
        if (hash.size() != keyed.size() || !hash.digest().equals(keyed.content())) {
            throw file.changed();
        }
    }

    /**
     * Writes this file, of which nobody knows what is in it, and returns the entry with what was found.
     *
     * @param stat what this file told of itself just now
     * @throws LayeredFailure {@code file-changed} if it tells something else after that; {@code file-read}
     */
    KeyedEntry copyKeying(LayerEntry entry, Stat stat, KnownFiles known, OutputStream out, Packed packed)
            throws IOException {
        boolean[] isCopied = {false};
        KnownFiles.Read read = known.read(file.path(), form(), () -> {
            isCopied[0] = true;
            return copyOnce(stat, out, packed);
        });
        KeyedEntry keyed = new KeyedEntry(entry, read.digest(), read.size());
        if (!isCopied[0]) {
            if (read.size() != stat.size()) {
                throw file.changed(); // the header tells another size already
            }
            // another layer of this run has it too
            copyUnchanged(keyed, out, packed);
        }
        return keyed;
    }

    private KnownFiles.Read copyOnce(Stat stat, OutputStream out, Packed packed) {
        HashingOutputStream hash = new HashingOutputStream(out);
        try {
            file.copy(mode(), hash, stat.size(), packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (hash.size() != stat.size() || !file.stat().equals(stat)) {
            throw file.changed();
        }
        return new KnownFiles.Read(hash.digest(), hash.size());
    }

    /**
     * Returns how many bytes this file has, without reading it.
     *
     * @throws LayeredFailure {@code file-kind} or {@code file-read}
     */
    public long size() {
        return file.stat().size();
    }

    /**
     * Asks the file system.
     *
     * @throws LayeredFailure {@code file-kind} or {@code file-read}
     */
    Stat stat() {
        return file.stat();
    }
}
