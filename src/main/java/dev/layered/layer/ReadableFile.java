package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.jar.FileChangedException;
import dev.layered.jar.JarParts;
import dev.layered.jar.JarParts.Mode;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A file of this machine that is read or says why it cannot be.
 *
 * <p>Only a regular file, or a link to one, is ever opened: to open a named pipe would wait for ever.
 *
 * @param path where it is; nothing is opened yet
 */
record ReadableFile(Path path) {

    private static final int CHUNK = 1 << 16;

    /** Is told of bytes to come that shrink no more. */
    @FunctionalInterface
    interface Packed {

        /** The next bytes that are written are so many that are compressed already. */
        void next(long count) throws IOException;
    }

    /**
     * What a file tells of itself without being read.
     *
     * @param file empty where the file system tells no file from another of the same name
     */
    record Stat(long size, FileTime modified, Optional<Object> file) {}

    /**
     * Asks the file system.
     *
     * @throws LayeredFailure {@code file-kind} or {@code file-read}
     */
    Stat stat() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw LayeredFailure.mistake(
                        "file-kind",
                        Shown.quoted(path) + " is "
                                + (attributes.isDirectory() ? "a directory" : "a pipe, socket or device")
                                + ", not a file.",
                        Shown.text(path.toString()),
                        "remove it, or leave it out of the image");
            }
            return new Stat(
                    attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Writes what is in the file.
     *
     * @param longest how many bytes it may have
     * @throws LayeredFailure {@code file-changed} if it has more, {@code file-kind} or {@code file-read}
     * @throws IOException if {@code out} fails
     */
    void copy(Mode mode, OutputStream out, long longest, Packed packed) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (JarParts in = open(mode)) {
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

    private JarParts open(Mode mode) {
        stat();
        try {
            return JarParts.open(path, mode);
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
                        Shown.quoted(path) + " cannot be read: " + reason(cause) + ".",
                        Shown.text(path.toString()),
                        "make it a file that this user may read, or leave it out of the image"),
                cause);
    }

    private String reason(IOException cause) {
        if (cause instanceof NoSuchFileException && Files.isSymbolicLink(path)) {
            try {
                return "it is a link to " + Shown.quoted(Files.readSymbolicLink(path)) + ", which does not exist";
            } catch (IOException e) {
                return "it is a link to nothing";
            }
        }
        return IoReason.of(cause);
    }

    /** Returns the failure of a file that is not what it was. */
    LayeredFailure changed() {
        return LayeredFailure.outside(
                new Problem(
                        "file-changed",
                        Shown.quoted(path) + " changed while it was put into a layer.",
                        Shown.text(path.toString()),
                        "run the same command again when nothing writes to that file"),
                null);
    }
}
