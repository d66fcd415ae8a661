package dev.layered.store;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the file system tells about a file without opening it; of a link, about the file that it leads to.
 *
 * @param modified nanoseconds since the epoch
 * @param changed the time of the last change of the inode where there is one, which no program can set back; else the
 *     time of creation
 * @param inode 0 where the file system has none
 * @param device 0 where the file system has none
 */
record FileStat(long size, long modified, long changed, long inode, long device) {

    /** File systems count time in steps; within this one a file may change twice and have one time. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(2);

    /** Returns what is told now, in one call of the system; empty where it is no plain file, or cannot be told. */
    static Optional<FileStat> of(Path file) {
        try {
            return of(file, file.getFileSystem());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty(); // who opens the file tells why
        }
    }

    private static Optional<FileStat> of(Path file, FileSystem system) throws IOException {
        boolean unix = system.supportedFileAttributeViews().contains("unix");
        Map<String, Object> told = Files.readAttributes(
                file,
                unix
                        ? "unix:isRegularFile,size,lastModifiedTime,ctime,ino,dev"
                        : "isRegularFile,size,lastModifiedTime,creationTime");
        if (!(boolean) told.get("isRegularFile")) {
            return Optional.empty();
        }
        return Optional.of(new FileStat(
                (long) told.get("size"),
                nanos(told.get("lastModifiedTime")),
                nanos(told.get(unix ? "ctime" : "creationTime")),
                unix ? (long) told.get("ino") : 0,
                unix ? (long) told.get("dev") : 0));
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    /**
     * Whether a change after that moment shows: both times lie far enough before it. Times in the future never do.
     *
     * @param now when this was told, and not later
     */
    boolean isSettledAt(Instant now) {
        Instant limit = now.minus(LONGEST_STEP);
        return isBefore(modified, limit) && isBefore(changed, limit);
    }

    private static boolean isBefore(long nanos, Instant limit) {
        return Instant.ofEpochSecond(0, nanos).isBefore(limit);
    }
}
