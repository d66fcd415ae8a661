package dev.layered.application;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.folder.FileFilter;
import dev.layered.folder.FolderListing;
import dev.layered.folder.FolderSearch;
import dev.layered.folder.FoundFile;
import dev.layered.folder.IgnoreFile;
import dev.layered.folder.LinkRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The files below a folder of build output, such as {@code target/classes}, sorted by path.
 *
 * <p>Links are followed. Folders are not listed, so an empty one that an earlier build left behind changes nothing.
 */
public final class OutputFolder {

    private final Path folder;
    private final List<FoundFile> files;
    private final Map<Path, String> ignored;

    private OutputFolder(Path folder, List<FoundFile> files, Map<Path, String> ignored) {
        this.folder = folder;
        this.files = files;
        this.ignored = ignored;
    }

    /**
     * Lists the folder; one that does not exist is empty.
     *
     * @param project the project's folder, whose ignore file counts in the output folder too
     * @throws LayeredFailure {@code folder-unreadable} if a folder cannot be read, {@code link-circle} or
     *     {@code link-dangling} if a link leads nowhere, {@code file-kind} if something is neither file nor folder,
     *     {@code ignore-file}
     */
    public static OutputFolder list(Path folder, Path project) {
        if (!Files.isDirectory(folder)) {
            return new OutputFolder(folder, List.of(), Map.of());
        }
        Mistakes mistakes = new Mistakes();
        FolderListing listing = FolderListing.of(
                new FolderSearch(folder, project, LinkRule.FOLLOW, FileFilter.ALL, IgnoreFile.in(project), false),
                mistakes);
        mistakes.throwIfAny();
        List<FoundFile> files = listing.files().stream()
                .filter(found -> found.kind() == FoundFile.Kind.FILE)
                .sorted(Comparator.comparing(FoundFile::file))
                .toList();
        return new OutputFolder(folder, files, listing.ignored());
    }

    /** Returns the output of what is not compiled. */
    public static OutputFolder none() {
        return new OutputFolder(Path.of(""), List.of(), Map.of());
    }

    /** Returns the files, sorted. */
    public List<FoundFile> files() {
        return files;
    }

    /** Returns what the ignore file leaves out, each with its line, as text. */
    public Map<Path, String> ignored() {
        return ignored;
    }

    /** Returns the class files, sorted, but for the variants of a class for newer Java versions (JEP 238). */
    List<Path> classFiles() {
        Path variants = folder.resolve("META-INF").resolve("versions");
        return files.stream()
                .map(FoundFile::file)
                .filter(OutputFolder::isClass)
                .filter(file -> !file.startsWith(variants))
                .toList();
    }

    /** Whether a file is a class. */
    static boolean isClass(Path file) {
        return file.toString().endsWith(".class");
    }
}
