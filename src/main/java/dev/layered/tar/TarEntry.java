package dev.layered.tar;

import java.time.Instant;

/**
 * The header of one entry of a tar archive.
 *
 * @param path from the archive's root, parts separated by one {@code /}, none at either end; empty for the root itself
 * @param mode permission bits, at most 07777
 * @param time modification time in whole seconds
 * @param size of a file's content in bytes; 0 for others
 * @param link the target of a symbolic link as written, the path of the file that a hard link names; else empty
 */
public record TarEntry(String path, Kind kind, int mode, Owner owner, Instant time, long size, String link) {

    /** What an entry is. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link. */
        LINK,
        /** Another name of a file that stands before it. */
        HARD_LINK,
        /** A device, a pipe, or what nobody but its writer knows. */
        OTHER
    }

    /** The numeric user and group that an entry belongs to. */
    public record Owner(long uid, long gid) {

        /** Root and its group. */
        public static final Owner ROOT = new Owner(0, 0);
    }
}
