package dev.layered.record;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.folder.FileFilter;
import dev.layered.folder.FolderListing;
import dev.layered.folder.FolderSearch;
import dev.layered.folder.FoundFile;
import dev.layered.folder.IgnoreFile;
import dev.layered.folder.LinkRule;
import dev.layered.image.Digest;
import dev.layered.layer.Content;
import dev.layered.layer.SourceFile;
import dev.layered.store.KnownFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Digests by which a later run tells whether files and folders of this machine changed. */
public final class FileDigests {

    private FileDigests() {}

    /** Returns the digest of which files were found, whatever is in them. */
    public static Digest ofPaths(List<FoundFile> files) {
        MessageDigest sha256 = Digest.sha256();
        files.forEach(found -> add(sha256, found.kind() + " " + found.path()));
        return Digest.of(sha256);
    }

    /** Returns the digest of which files were found and what is in them; what cannot be read counts as that. */
    public static Digest ofContents(List<FoundFile> files) {
        MessageDigest sha256 = Digest.sha256();
        for (FoundFile found : files) {
            add(sha256, found.kind() + " " + found.path());
            if (found.kind() == FoundFile.Kind.FILE) {
                add(
                        sha256,
                        of(new Content.OfFile(found.file()), KnownFiles.NONE)
                                .map(Digest::text)
                                .orElse("unreadable"));
            }
        }
        return Digest.of(sha256);
    }

    /**
     * Returns the digest of the folder of classes that build tools made a jar from, by what they usually call it; empty
     * where the file is no jar or has no such folder beside it.
     */
    static Optional<Digest> ofClassesBeside(Path file) {
        String name = file.getFileName().toString();
        Path folder = file.resolveSibling(name.endsWith("-tests.jar") ? "test-classes" : "classes");
        if (!name.contains(".jar") || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            Mistakes links = new Mistakes();
            FolderSearch all =
                    new FolderSearch(folder, folder, LinkRule.FOLLOW, FileFilter.ALL, IgnoreFile.in(folder), false);
            return Optional.of(ofContents(FolderListing.of(all, links).files()));
        } catch (LayeredFailure unreadable) {
            return Optional.of(Digest.of(new byte[0]));
        }
    }

    /** Returns the digest of what of a plain file goes into an image; what is none, or cannot be read, has none. */
    static Optional<Digest> of(Content.OfFile source, KnownFiles known) {
        try {
            return Optional.of(new SourceFile(source).digest(known));
        } catch (LayeredFailure unreadable) {
            return Optional.empty();
        }
    }

    /** Each text ends with what no path has in it. */
    private static void add(MessageDigest sha256, String text) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
    }
}
