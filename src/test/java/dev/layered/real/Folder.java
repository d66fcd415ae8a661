package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that goes away with all that is in it. */
final class Folder {

    private Folder() {}

    /** Deletes the directory, and no file that a symbolic link in it points to. */
    static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Unmounts what a daemon left mounted below the directory. */
    static void unmount(Path directory) throws IOException {
        for (String mount : Files.readAllLines(Path.of("/proc/mounts"))) {
            String place = mount.split(" ")[1];
            if (Path.of(place).startsWith(directory)) {
                ToolRun.of("umount", place);
            }
        }
    }
}
