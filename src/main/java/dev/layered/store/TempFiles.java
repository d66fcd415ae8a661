package dev.layered.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Names temporary files and deletes those that dead runs left.
 *
 * <p>A living run holds a lock on what it writes, which every process on the machine sees, in whatever container it
 * runs. Own files are told by their names and never opened: closing a second channel would give up the lock (POSIX).
 */
final class TempFiles {

    private static final String PREFIX = ".layered-";
    private static final String LINK_PREFIX = PREFIX + "link-";
    private static final String SUFFIX = ".tmp";
    private static final Duration DEAD_AFTER = Duration.ofMinutes(10);
    private static final Duration DEAD_WITHOUT_LOCK_AFTER = Duration.ofDays(1);
    private static final String THIS_RUN = Long.toString(ProcessHandle.current().pid(), 36) + "-"
            + Long.toString(
                    ProcessHandle.current()
                            .info()
                            .startInstant()
                            .map(Instant::toEpochMilli)
                            .orElse(0L),
                    36);

    private TempFiles() {}

    /** Returns a name for a file that is written under a lock. */
    static String newName() {
        return name(PREFIX);
    }

    /** Returns a name for a hard link, which cannot be locked and has the time of what it links to. */
    static String newLinkName() {
        return name(LINK_PREFIX);
    }

    private static String name(String prefix) {
        return prefix + THIS_RUN + "-" + UUID.randomUUID() + SUFFIX;
    }

    /** Deletes the temporary files of dead runs in the folder; a folder that cannot be listed is left alone. */
    static void collect(Path folder, Clock clock) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> temps = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path temp : temps) {
                if (isDead(temp, clock.instant())) {
                    deleteQuietly(temp);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // to collect is a courtesy: the next run tries again
        }
    }

    private static boolean isDead(Path temp, Instant now) throws IOException {
        String name = temp.getFileName().toString();
        if (name.contains(THIS_RUN) || !Files.isRegularFile(temp, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Duration age = Duration.between(lastTouched(temp), now);
        if (age.compareTo(DEAD_WITHOUT_LOCK_AFTER) > 0 && name.startsWith(LINK_PREFIX)) {
            return true;
        }
        return age.compareTo(DEAD_AFTER) > 0 && !name.startsWith(LINK_PREFIX) && !isLocked(temp, age);
    }

    /** Returns when it was written or, where the system tells, linked: linking changes the inode's own time. */
    private static Instant lastTouched(Path temp) throws IOException {
        Instant written =
                Files.getLastModifiedTime(temp, LinkOption.NOFOLLOW_LINKS).toInstant();
        try {
            Instant changed =
                    ((FileTime) Files.getAttribute(temp, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toInstant();
            return changed.isAfter(written) ? changed : written;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return written;
        }
    }

    private static boolean isLocked(Path temp, Duration age) {
        try (FileChannel channel = FileChannel.open(temp, StandardOpenOption.WRITE)) {
            try (FileLock lock = channel.tryLock()) {
                return lock == null;
            }
        } catch (IOException e) {
            return age.compareTo(DEAD_WITHOUT_LOCK_AFTER) < 0;
        }
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a later run collects it
        }
    }
}
