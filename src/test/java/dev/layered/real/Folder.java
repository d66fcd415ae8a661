package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A directory that is copied, or goes away with all that is in it. */
public final class Folder {

    private Folder() {}

    /** Copies a project with links and times, but not what builds made in folders called {@code target}. */
    public static void copyProject(Path project, Path copy) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(project)) {
            paths = all.map(project::relativize)
                    .filter(path -> StreamSupport.stream(path.spliterator(), false)
                            .noneMatch(name -> name.toString().equals("target")))
                    .toList();
        }
        for (Path path : paths) {
            Files.copy(
                    project.resolve(path),
                    copy.resolve(path),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Deletes the directory, and no file that a symbolic link in it points to. */
    public static void delete(Path directory) throws IOException {
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
