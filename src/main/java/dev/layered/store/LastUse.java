package dev.layered.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When a file of the store was of use last: that is its time, brought up to date by those who use it. */
final class LastUse {

    /** The time of a file that is in use is at most so old; more often it is not worth writing to the disk. */
    static final Duration STEP = Duration.ofHours(1);

    private LastUse() {}

    /** Tells that a file is of use; does nothing where that is not allowed, and never changes its bytes. */
    static void isNow(Path file, BasicFileAttributes attributes) {
        Instant now = Clock.systemUTC().instant();
        if (of(attributes).isBefore(now.minus(STEP))) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(now));
            } catch (IOException e) {
                // the store is somebody else's: that one prunes it by what he uses
            }
        }
    }

    static Instant of(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toInstant();
    }
}
