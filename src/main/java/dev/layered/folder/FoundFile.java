package dev.layered.folder;

import java.nio.file.Path;

/**
 * Something found in a folder.
 *
 * @param path below the folder, its parts separated by {@code /}
 * @param file where it is on this machine
 * @param isExecutable whether the owner of a plain file may execute it; never on Windows
 * @param target of a link, as written; empty for anything else
 */
public record FoundFile(String path, Path file, Kind kind, boolean isExecutable, String target) {

    /** What stands at a path. */
    public enum Kind {
        /** A plain file. */
        FILE,
        /** A folder, which may be empty. */
        FOLDER,
        /** A symbolic link that is taken as a link. */
        LINK
    }
}
