package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the failure that users see when a file cannot be written. */
final class WriteFailure {

    private WriteFailure() {}

    /**
     * Returns {@code disk-full} or {@code file-write}.
     *
     * @param path what was to be written, under its final name
     * @param needed how many bytes were to be written at least, so far as they are known
     * @param written how many of them are on the disk until the unfinished file goes, and so are free after
     */
    static LayeredFailure of(Path path, IOException cause, long needed, long written) {
        if (IoReason.isDiskFull(cause)) {
            return LayeredFailure.outside(
                    new Problem(
                            "disk-full",
                            "The disk is full: " + Shown.quoted(path) + " needs at least " + needed + " bytes, and "
                                    + (free(path) + written) + " are free.",
                            Shown.text(path.toString()),
                            "free some space on that disk and run the same command again"),
                    cause);
        }
        return LayeredFailure.outside(
                new Problem(
                        "file-write",
                        Shown.quoted(path) + " cannot be written: " + IoReason.of(cause) + ".",
                        Shown.text(path.toString()),
                        "make " + Shown.quoted(path.toAbsolutePath().getParent())
                                + " a directory that this user may write to, and run the same command again"),
                cause);
    }

    private static long free(Path path) {
        return Disk.of(path.toAbsolutePath().getParent()).map(Disk::free).orElse(0L);
    }
}
