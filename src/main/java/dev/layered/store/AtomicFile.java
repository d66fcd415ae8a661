package dev.layered.store;

import dev.layered.image.HashingOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;

/**
 * Writes files that are whole or absent: whoever reads one sees the old bytes or the new, whenever a run dies.
 *
 * <p>A temporary file in the same folder is written and brought to the disk, takes the final name in one step, and the
 * folder is brought to the disk too. The temporary file goes on any failure; those of killed runs are collected later.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Writer {

        /** Writes all bytes; the caller closes the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file and the folders above it.
     *
     * @throws dev.layered.failure.LayeredFailure {@code disk-full} or {@code file-write}; the old file is whole then
     */
    public static void write(Path target, Writer body) {
        Path folder = target.toAbsolutePath().getParent();
        try (TempFile temp = TempFile.create(folder, target)) {
            body.writeTo(temp.out());
            temp.finish();
            temp.moveTo(target);
        } catch (IOException e) {
            throw WriteFailure.of(target, e, 0, 0);
        }
    }

    /** Writes a file of these bytes. */
    public static void write(Path target, byte[] bytes) {
        write(target, out -> out.write(bytes));
    }

    /** Writes a file of these bytes unless it holds exactly them; returns whether it wrote. */
    public static boolean writeIfChanged(Path target, byte[] bytes) {
        if (holds(target, bytes)) {
            return false;
        }
        write(target, bytes);
        return true;
    }

    /**
     * Writes a file unless it holds exactly these bytes, in constant memory; returns whether it wrote.
     *
     * @param body is asked twice where there is a file already, since a temporary one would change the folder's time
     */
    public static boolean writeIfChanged(Path target, Writer body) {
        if (holds(target, body)) {
            return false;
        }
        write(target, body);
        return true;
    }

    /** Deletes what killed runs left in the folder, not in folders below it; never fails. */
    public static void collectLeftovers(Path folder) {
        TempFiles.collect(folder, Clock.systemUTC());
    }

    private static boolean holds(Path target, byte[] bytes) {
        try {
            return isFileOf(target, bytes.length) && Arrays.equals(Files.readAllBytes(target), bytes);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean holds(Path target, Writer body) {
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        HashingOutputStream wanted = new HashingOutputStream(OutputStream.nullOutputStream());
        HashingOutputStream found = new HashingOutputStream(OutputStream.nullOutputStream());
        try {
            body.writeTo(wanted);
            if (!isFileOf(target, wanted.size())) {
                return false;
            }
            Files.copy(target, found);
            return found.digest().equals(wanted.digest());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFileOf(Path target, long size) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.size(target) == size;
    }
}
