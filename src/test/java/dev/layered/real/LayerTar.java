package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A gzipped layer being written for a base image; everything in it belongs to root and has the same time. */
final class LayerTar implements AutoCloseable {

    private final TarArchiveOutputStream tar;

    LayerTar(Path file) throws IOException {
        this.tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** Adds a directory; the path has no slash at either end. */
    LayerTar directory(String path, int mode) throws IOException {
        return put(new TarArchiveEntry(path + "/"), mode, new byte[0]);
    }

    /** Adds a file with that content. */
    LayerTar file(String path, byte[] content, int mode) throws IOException {
        return put(new TarArchiveEntry(path), mode, content);
    }

    /** Adds what is in the directory, with its rights and its symbolic links, below an absolute or relative path. */
    LayerTar tree(String below, Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(directory)) {
            paths = all.filter(path -> !path.equals(directory)).sorted().toList();
        }
        for (Path path : paths) {
            String name = below + "/" + directory.relativize(path);
            if (Files.isSymbolicLink(path)) {
                TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
                link.setLinkName(Files.readSymbolicLink(path).toString());
                put(link, 0777, new byte[0]);
            } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                directory(name, mode(path));
            } else {
                file(name, Files.readAllBytes(path), mode(path));
            }
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private LayerTar put(TarArchiveEntry entry, int mode, byte[] content) throws IOException {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setModTime(0L);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return this;
    }

    private static int mode(Path path) throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
        int mode = 0;
        for (char right : PosixFilePermissions.toString(rights).toCharArray()) {
            mode = mode << 1 | (right == '-' ? 0 : 1);
        }
        return mode;
    }
}
