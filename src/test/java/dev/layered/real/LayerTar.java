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

/** A gzipped layer being written for a base image; what is in it belongs to root, of 1970, unless told otherwise. */
public final class LayerTar implements AutoCloseable {

    private final TarArchiveOutputStream tar;
    private long owner;
    private long seconds;

    /** Starts the layer in that file. */
    public LayerTar(Path file) throws IOException {
        this.tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** Gives what is added from now on to that user and the group of that number. */
    LayerTar owner(long number) {
        owner = number;
        return this;
    }

    /** Gives what is added from now on that time, in seconds since 1970. */
    LayerTar time(long secondsSince1970) {
        seconds = secondsSince1970;
        return this;
    }

    /** Adds a directory; the path has no slash at either end. */
    public LayerTar directory(String path, int mode) throws IOException {
        return put(new TarArchiveEntry(path + "/"), mode, new byte[0]);
    }

    /** Adds a file with that content. */
    public LayerTar file(String path, byte[] content, int mode) throws IOException {
        return put(new TarArchiveEntry(path), mode, content);
    }

    /** Adds a symbolic link. */
    LayerTar link(String path, String target) throws IOException {
        TarArchiveEntry link = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
        link.setLinkName(target);
        return put(link, 0777, new byte[0]);
    }

    /** Adds what is in the directory, with its rights and its symbolic links, below an absolute or relative path. */
    public LayerTar tree(String below, Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(directory)) {
            paths = all.filter(path -> !path.equals(directory)).sorted().toList();
        }
        for (Path path : paths) {
            String name = below + "/" + directory.relativize(path);
            if (Files.isSymbolicLink(path)) {
                link(name, Files.readSymbolicLink(path).toString());
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
        entry.setUserId(owner);
        entry.setGroupId(owner);
        entry.setNames("", "");
        entry.setModTime(1000 * seconds);
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
