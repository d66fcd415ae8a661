package dev.layered.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The disk that a folder is on, or will be once it is made. */
final class Disk {

    private Disk() {}

    /** Returns the disk; empty where the system does not tell. */
    static Optional<FileStore> of(Path folder) {
        for (Path there = folder.toAbsolutePath(); there != null; there = there.getParent()) {
            try {
                return Optional.of(Files.getFileStore(there));
            } catch (IOException e) {
                // that folder is not there; the one above it is on the same disk
            }
        }
        return Optional.empty();
    }

    /** Returns how many bytes this user may still write to a disk; 0 where the system does not tell. */
    static long free(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
