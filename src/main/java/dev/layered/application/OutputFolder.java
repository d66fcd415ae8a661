package dev.layered.application;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files below a folder of build output, such as {@code target/classes}, sorted by path.
 *
 * <p>Links are followed. Folders are not listed, so an empty one that an earlier build left behind changes nothing.
 */
public final class OutputFolder {

    private final Path folder;
    private final List<Path> files;

    private OutputFolder(Path folder, List<Path> files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Lists the folder; one that does not exist is empty.
     *
     * @throws LayeredFailure {@code folder-unreadable} if a folder cannot be read or links run in a circle,
     *     {@code file-kind} if something is neither file nor folder
     */
    public static OutputFolder list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new OutputFolder(folder, List.of());
        }
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files =
                    paths.filter(path -> !Files.isDirectory(path)).sorted().toList();
            files.forEach(OutputFolder::checkRegular);
            return new OutputFolder(folder, files);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static void checkRegular(Path file) {
        if (!Files.isRegularFile(file)) {
            throw LayeredFailure.mistake(
                    "file-kind",
                    Shown.quoted(file) + " is neither a file nor a folder, or a link to nothing.",
                    Shown.text(file.toString()),
                    "remove it, or let it be a plain file");
        }
    }

    private static LayeredFailure unreadable(Path folder, IOException cause) {
        String reason = cause instanceof FileSystemLoopException ? "links run in a circle at " : "it stopped at ";
        return LayeredFailure.outside(
                new Problem(
                        "folder-unreadable",
                        "The folder " + Shown.quoted(folder) + " cannot be listed: " + reason
                                + Shown.text(String.valueOf(cause.getMessage())) + ".",
                        Shown.text(folder.toString()),
                        "make it readable for the user who builds, without links in a circle"),
                cause);
    }

    /** Returns the files, sorted. */
    public List<Path> files() {
        return files;
    }

    /** Returns the class files, sorted, but for the variants of a class for newer Java versions (JEP 238). */
    public List<Path> classFiles() {
        Path variants = folder.resolve("META-INF").resolve("versions");
        return files.stream()
                .filter(OutputFolder::isClass)
                .filter(file -> !file.startsWith(variants))
                .toList();
    }

    /** Whether a file is a class. */
    public static boolean isClass(Path file) {
        return file.toString().endsWith(".class");
    }

    /** Returns the path below the folder with {@code /} between its parts, whatever the locale. */
    public String relative(Path file) {
        return PathText.below(folder, file);
    }
}
