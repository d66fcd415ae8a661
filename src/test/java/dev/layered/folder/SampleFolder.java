package dev.layered.folder;

import dev.layered.failure.Mistakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project with a folder {@code files}, which tests fill and list. */
final class SampleFolder {

    final Path project;
    final Path files;
    private LinkRule links = LinkRule.KEEP;
    private FileFilter filter = FileFilter.ALL;

    SampleFolder(Path project) {
        this.project = project;
        this.files = project.resolve("files");
    }

    SampleFolder put(String... paths) {
        for (String path : paths) {
            write("files/" + path, path);
        }
        return this;
    }

    /** Writes a file below the project. */
    Path write(String path, String text) {
        try {
            Path file = project.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a link below the folder. */
    Path link(String path, String target) {
        try {
            Path link = files.resolve(path);
            Files.createDirectories(link.getParent());
            return Files.createSymbolicLink(link, Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleFolder links(LinkRule rule) {
        links = rule;
        return this;
    }

    SampleFolder includes(String... globs) {
        filter = new FileFilter(List.of(globs).stream().map(Glob::parse).toList(), filter.excludes());
        return this;
    }

    SampleFolder excludes(String... globs) {
        filter = new FileFilter(
                filter.includes(), List.of(globs).stream().map(Glob::parse).toList());
        return this;
    }

    FolderSearch search() {
        return new FolderSearch(files, project, links, filter, IgnoreFile.in(project), true);
    }

    /** Lists the folder; throws every mistake that was noted. */
    FolderListing list() {
        Mistakes mistakes = new Mistakes();
        FolderListing listing = FolderListing.of(search(), mistakes);
        mistakes.throwIfAny();
        return listing;
    }

    /** Returns what is found: folders with a slash, links with their target. */
    List<String> found() {
        return list().files().stream().map(SampleFolder::text).toList();
    }

    private static String text(FoundFile found) {
        return switch (found.kind()) {
            case FILE -> found.path() + (found.isExecutable() ? "*" : "");
            case FOLDER -> found.path() + "/";
            case LINK -> found.path() + " -> " + found.target();
        };
    }
}
