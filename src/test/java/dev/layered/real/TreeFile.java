package dev.layered.real;

import java.time.Instant;

/**
 * What stands at a path of an image, as far as users can tell.
 *
 * @param mode the permission bits
 * @param owner uid:gid
 * @param time when it was changed, in whole seconds
 * @param link the target of a symbolic link; empty for others
 * @param sha256 of a file's content; empty for others
 */
record TreeFile(Kind kind, int mode, String owner, Instant time, String link, String sha256) {

    /** What it is. */
    enum Kind {
        FOLDER,
        FILE,
        LINK,
        OTHER
    }

    /** Whether other things stand in it. */
    boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    /** Returns the same with another time. */
    TreeFile at(Instant otherTime) {
        return new TreeFile(kind, mode, owner, otherTime, link, sha256);
    }

    @Override
    public String toString() {
        return "%s %04o %s %s %s%s".formatted(kind, mode, owner, time, link, sha256);
    }
}
