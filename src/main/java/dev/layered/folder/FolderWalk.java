package dev.layered.folder;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.folder.FoundFile.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One walk through a folder. */
final class FolderWalk {

    /** As many entries as a layer may have; links to folders can multiply a few folders beyond any number. */
    private static final int MOST = 1_000_000;

    private final FolderSearch search;
    private final Mistakes mistakes;
    private final LinkCheck links;
    private final int most;
    private int seen;
    private final List<FoundFile> files = new ArrayList<>();
    private final Map<Path, String> ignored = new LinkedHashMap<>();

    FolderWalk(FolderSearch search, Mistakes mistakes) {
        this(search, mistakes, MOST);
    }

    /** Walks through at most so many files and folders. */
    FolderWalk(FolderSearch search, Mistakes mistakes, int most) {
        this.search = search;
        this.mistakes = mistakes;
        this.most = most;
        this.links = new LinkCheck(search, mistakes);
    }

    FolderListing listing() {
        try {
            list(Place.root(search));
        } catch (IOException e) {
            throw unreadable(search.folder(), e);
        }
        return new FolderListing(files, ignored);
    }

    private void list(Place at) {
        Path folder = at.file();
        Place place = search.hasIgnoreFiles()
                ? mistakes.collect(() -> at.with(IgnoreFile.in(folder))).orElse(at)
                : at;
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        children.sort(null);
        for (Path child : children) {
            try {
                visit(child, place);
            } catch (IOException e) {
                throw unreadable(folder, e);
            }
        }
    }

    private void visit(Path file, Place place) throws IOException {
        if (++seen > most) {
            throw tooLarge(file);
        }
        String path = place.pathOf(file);
        if (search.hasIgnoreFiles() && file.endsWith(IgnoreFile.NAME)) {
            return;
        }
        BasicFileAttributes attributes = attributes(file, LinkOption.NOFOLLOW_LINKS);
        boolean follow = attributes.isSymbolicLink() && search.links() != LinkRule.KEEP;
        boolean isFolder = attributes.isDirectory() || follow && Files.isDirectory(file);
        Optional<IgnoreFile.Verdict> verdict = place.verdict(path, isFolder);
        if (verdict.isPresent() && verdict.get().isIgnored()) {
            ignored.put(file, text(verdict.get()));
            return;
        }
        boolean isMeant = search.filter().takes(path);
        if (!isMeant && !isFolder) {
            return;
        }
        Optional<Path> end = follow ? links.followed(file, place.around()) : Optional.empty();
        if (follow && end.isEmpty()) {
            return;
        }
        if (isFolder) {
            if (isMeant) {
                files.add(new FoundFile(path, file, Kind.FOLDER, false, ""));
            }
            list(end.isPresent() ? place.behind(file, path, end.get()) : place.in(file, path));
        } else if (attributes.isSymbolicLink() && !follow) {
            links.kept(file).ifPresent(to -> files.add(new FoundFile(path, file, Kind.LINK, false, to)));
        } else {
            plain(file, path, follow ? attributes(file) : attributes);
        }
    }

    private void plain(Path file, String path, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            mistakes.add(new Problem(
                    "file-kind",
                    Shown.quoted(file) + " is a pipe, a socket or a device, not a file.",
                    Shown.text(file.toString()),
                    "remove it, or leave it out of the image"));
            return;
        }
        boolean isExecutable = attributes instanceof PosixFileAttributes posix
                && posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        files.add(new FoundFile(path, file, Kind.FILE, isExecutable, ""));
    }

    private String text(IgnoreFile.Verdict verdict) {
        Path shown = verdict.file().startsWith(search.project())
                ? search.project().relativize(verdict.file())
                : verdict.file();
        return shown + " line " + verdict.line();
    }

    private static BasicFileAttributes attributes(Path file, LinkOption... options) throws IOException {
        try {
            return Files.readAttributes(file, PosixFileAttributes.class, options);
        } catch (UnsupportedOperationException e) {
            return Files.readAttributes(file, BasicFileAttributes.class, options); // Windows has no such rights
        }
    }

    private LayeredFailure tooLarge(Path at) {
        return LayeredFailure.mistake(
                "folder-too-large",
                "The folder " + Shown.quoted(search.folder()) + " holds more than " + most + " files and folders.",
                Shown.text(at.toString()),
                "leave some out with .layeredignore, or remove links that are followed from one folder to another");
    }

    private static LayeredFailure unreadable(Path folder, IOException cause) {
        return LayeredFailure.outside(
                new Problem(
                        "folder-unreadable",
                        "The folder " + Shown.quoted(folder) + " cannot be listed: it stopped at "
                                + Shown.text(String.valueOf(cause.getMessage())) + ".",
                        Shown.text(folder.toString()),
                        "make it readable for the user who builds"),
                cause);
    }
}
