package dev.layered.real;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** All that stands in an image but its root, by absolute path. */
public final class FileTree {

    private final Map<String, TreeFile> files;

    FileTree(Map<String, TreeFile> files) {
        this.files = new TreeMap<>(files);
    }

    /** Reads what an engine wrote of a container's files. */
    static FileTree ofTar(Path tar) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(tar))) {
            return ofTar(in);
        }
    }

    /** Reads a tar to its end and leaves it open. */
    static FileTree ofTar(InputStream in) throws IOException {
        Map<String, TreeFile> files = new TreeMap<>();
        TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8");
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            TreeFile file = new TreeFile(
                    kind(entry),
                    entry.getMode() & 07777,
                    entry.getLongUserId() + ":" + entry.getLongGroupId(),
                    entry.getLastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS),
                    entry.isSymbolicLink() ? entry.getLinkName() : "",
                    kind(entry) == TreeFile.Kind.FILE ? Sha256.of(tar) : "");
            LayoutReader.expect(
                    files.put(absolute(entry.getName()), file) == null, "twice in one tar: " + entry.getName());
        }
        return new FileTree(files);
    }

    /** Reads a directory that an image was unpacked to, with owners and modes. */
    static FileTree unpackedTo(Path root) throws IOException {
        Map<String, TreeFile> files = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> all = Files.walk(root)) {
            paths = all.filter(path -> !path.equals(root)).toList();
        }
        for (Path path : paths) {
            Map<String, Object> is =
                    Files.readAttributes(path, "unix:uid,gid,mode,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
            TreeFile.Kind kind = kind(path);
            TreeFile file = new TreeFile(
                    kind,
                    (Integer) is.get("mode") & 07777,
                    is.get("uid") + ":" + is.get("gid"),
                    ((FileTime) is.get("lastModifiedTime")).toInstant().truncatedTo(ChronoUnit.SECONDS),
                    kind == TreeFile.Kind.LINK ? Files.readSymbolicLink(path).toString() : "",
                    kind == TreeFile.Kind.FILE ? Sha256.of(path) : "");
            // by way of the URI, which has the name's bytes: not every locale has letters for them
            String name =
                    path.toUri().getPath().substring(root.toUri().getPath().length());
            files.put(absolute(name), file);
        }
        return new FileTree(files);
    }

    /** Returns the tree with all that the upper one has besides; folders that both have stay as they are here. */
    FileTree with(FileTree upper) {
        Map<String, TreeFile> both = new TreeMap<>(files);
        upper.files.forEach((path, file) -> both.merge(path, file, (here, above) -> here.isFolder() ? here : above));
        return new FileTree(both);
    }

    /** Returns the tree without the paths that match as a whole. */
    FileTree without(Pattern paths) {
        Map<String, TreeFile> rest = new TreeMap<>(files);
        rest.keySet().removeIf(path -> paths.matcher(path).matches());
        return new FileTree(rest);
    }

    /** Returns the tree as if that folder were of 1970, for readers that put something into it. */
    FileTree withoutTimeOf(String folder) {
        Map<String, TreeFile> all = new TreeMap<>(files);
        all.computeIfPresent(folder, (path, file) -> file.at(Instant.EPOCH));
        return new FileTree(all);
    }

    /** Returns what stands there, as text: kind, mode, owner, time, and the link's target or the content's SHA-256. */
    public String at(String path) {
        return String.valueOf(files.get(path));
    }

    /** Fails where the found tree lacks something, has something more, or has something else. */
    void expect(String reader, FileTree found) {
        List<String> differences = new ArrayList<>();
        Map<String, TreeFile> all = new TreeMap<>(found.files);
        all.putAll(files);
        for (String path : all.keySet()) {
            if (!at(path).equals(found.at(path))) {
                differences.add(path + "\n  expected " + at(path) + "\n  found    " + found.at(path));
            }
        }
        LayoutReader.expect(differences.isEmpty(), reader + ":\n" + String.join("\n", differences));
    }

    private static String absolute(String name) {
        String plain = name.startsWith("./") ? name.substring(2) : name;
        return "/" + (plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
    }

    private static TreeFile.Kind kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return TreeFile.Kind.LINK;
        }
        if (entry.isDirectory()) {
            return TreeFile.Kind.FOLDER;
        }
        return entry.isLink() || !entry.isFile() ? TreeFile.Kind.OTHER : TreeFile.Kind.FILE;
    }

    private static TreeFile.Kind kind(Path path) {
        if (Files.isSymbolicLink(path)) {
            return TreeFile.Kind.LINK;
        }
        if (Files.isDirectory(path)) {
            return TreeFile.Kind.FOLDER;
        }
        return Files.isRegularFile(path) ? TreeFile.Kind.FILE : TreeFile.Kind.OTHER;
    }
}
