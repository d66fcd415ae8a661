package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.history.TreeFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The poms of a commit in a folder of their own, as long as they are needed. */
final class PastPoms implements AutoCloseable {

    private final Path folder;

    private PastPoms(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the files; what a run that died left behind is deleted before.
     *
     * @throws LayeredFailure {@code suggest-files} if they cannot be written
     */
    static PastPoms write(Path folder, Map<TreeFile, byte[]> files) {
        PastPoms poms = new PastPoms(folder.toAbsolutePath().normalize());
        poms.close();
        try {
            Files.createDirectories(poms.folder.resolve(".mvn")); // where Maven 4 sees the top of the tree
            for (Map.Entry<TreeFile, byte[]> file : files.entrySet()) {
                Path path = poms.at(file.getKey().path()).toPath();
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return poms;
        } catch (IOException e) {
            poms.close();
            throw LayeredFailure.outside(
                    new Problem(
                            "suggest-files",
                            "The poms of the past cannot be written: " + Shown.text(String.valueOf(e.getMessage()))
                                    + ".",
                            poms.folder.toString(),
                            "make room there, or let the folder be written to"),
                    e);
        }
    }

    /** Returns the file at a path from the repository's top. */
    File at(String path) {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException(path);
        }
        return file.toFile();
    }

    /** Returns the path of a file or folder from the repository's top, with slashes; empty for the top itself. */
    String pathOf(File file) {
        Path path = folder.relativize(file.toPath().toAbsolutePath().normalize());
        return path.toString().replace(File.separatorChar, '/');
    }

    /** Deletes the folder, and the empty one around it, as far as they can be deleted. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(folder.getParent()); // made for the poms of commits, one of which is there at a time
        } catch (IOException e) {
            // the folder is below target: mvn clean takes what is left
        }
    }
}
