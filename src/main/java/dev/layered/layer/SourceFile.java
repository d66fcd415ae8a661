package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.image.HashingOutputStream;
import dev.layered.jar.FileChangedException;
import dev.layered.jar.JarParts;
import dev.layered.jar.JarParts.Mode;
import dev.layered.store.IoReason;
import dev.layered.store.KnownFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A file of this machine that goes into a layer.
 *
 * <p>Only a regular file, or a link to one, is ever opened: to open a named pipe would wait for ever.
 */
public final class SourceFile {

    private static final int CHUNK = 1 << 16;

    /** What of a file goes into a layer, as it is recorded. A change of what becomes of a jar is a new word. */
    private static final String TIMELESS = "timeless-1";

    private static final String AS_IS = "as-is";

    /** Is told of bytes to come that shrink no more. */
    @FunctionalInterface
    interface Packed {

        /** The next bytes that are written are so many that are compressed already. */
        void next(long count) throws IOException;
    }

    private final Path file;
    private final boolean isTimeless;

    /** Opens nothing yet. */
    public SourceFile(Content.OfFile source) {
        this.file = source.file();
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

    private KnownFiles.Read found(KnownFiles known) {
        return known.read(file, isTimeless ? TIMELESS : AS_IS, this::read);
    }

    private KnownFiles.Read read() {
        HashingOutputStream hash = new HashingOutputStream(OutputStream.nullOutputStream());
        try {
            // nobody asks here what is compressed, so a jar that goes in as it is need not be taken apart
            copy(open(isTimeless ? Mode.TIMELESS : Mode.WHOLE), hash, Long.MAX_VALUE, count -> {});
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
        copy(open(isTimeless ? Mode.TIMELESS : Mode.PARTS), hash, keyed.size(), packed);
        if (hash.size() != keyed.size() || !hash.digest().equals(keyed.content())) {
            throw changed();
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
        KnownFiles.Read read = known.read(file, isTimeless ? TIMELESS : AS_IS, () -> {
            isCopied[0] = true;
            return copyOnce(stat, out, packed);
        });
        KeyedEntry keyed = new KeyedEntry(entry, read.digest(), read.size());
        if (!isCopied[0]) {
            if (read.size() != stat.size()) {
                throw changed(); // the header tells another size already
            }
            // another layer of this run has it too
            copyUnchanged(keyed, out, packed);
        }
        return keyed;
    }

    private KnownFiles.Read copyOnce(Stat stat, OutputStream out, Packed packed) {
        HashingOutputStream hash = new HashingOutputStream(out);
        try {
            copy(open(isTimeless ? Mode.TIMELESS : Mode.PARTS), hash, stat.size(), packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (hash.size() != stat.size() || !stat().equals(stat)) {
            throw changed();
        }
        return new KnownFiles.Read(hash.digest(), hash.size());
    }

    private void copy(JarParts source, OutputStream out, long longest, Packed packed) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (JarParts in = source) {
            while (hasNext(in)) {
                size += in.size();
                if (size > longest) {
                    throw changed();
                }
                if (in.isPacked()) {
                    packed.next(in.size());
                }
                for (int count = read(in, chunk); count >= 0; count = read(in, chunk)) {
                    out.write(chunk, 0, count);
                }
            }
        }
    }

    /**
     * What a file tells of itself without being read.
     *
     * @param file empty where the file system tells no file from another of the same name
     */
    record Stat(long size, FileTime modified, Optional<Object> file) {}

    /**
     * Returns how many bytes this file has, without reading it.
     *
     * @throws LayeredFailure {@code file-kind} or {@code file-read}
     */
    public long size() {
        return stat().size();
    }

    /**
     * Asks the file system.
     *
     * @throws LayeredFailure {@code file-kind} or {@code file-read}
     */
    Stat stat() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw LayeredFailure.mistake(
                        "file-kind",
                        Shown.quoted(file) + " is "
                                + (attributes.isDirectory() ? "a directory" : "a pipe, socket or device")
                                + ", not a file.",
                        Shown.text(file.toString()),
                        "remove it, or leave it out of the image");
            }
            return new Stat(
                    attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private JarParts open(Mode mode) {
        stat();
        try {
            return JarParts.open(file, mode);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean hasNext(JarParts in) {
        try {
            return in.next();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private int read(JarParts in, byte[] chunk) {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private LayeredFailure unreadable(IOException cause) {
        if (cause instanceof FileChangedException) {
            return changed();
        }
        return LayeredFailure.outside(
                new Problem(
                        "file-read",
                        Shown.quoted(file) + " cannot be read: " + reason(cause) + ".",
                        Shown.text(file.toString()),
                        "make it a file that this user may read, or leave it out of the image"),
                cause);
    }

    private String reason(IOException cause) {
        if (cause instanceof NoSuchFileException && Files.isSymbolicLink(file)) {
            try {
                return "it is a link to " + Shown.quoted(Files.readSymbolicLink(file)) + ", which does not exist";
            } catch (IOException e) {
                return "it is a link to nothing";
            }
        }
        return IoReason.of(cause);
    }

    private LayeredFailure changed() {
        return LayeredFailure.outside(
                new Problem(
                        "file-changed",
                        Shown.quoted(file) + " changed while it was put into a layer.",
                        Shown.text(file.toString()),
                        "run the same command again when nothing writes to that file"),
                null);
    }
}
