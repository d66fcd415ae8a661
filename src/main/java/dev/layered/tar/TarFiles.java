package dev.layered.tar;

import dev.layered.failure.LayeredFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a tar archive on disk, by name.
 *
 * <p>Their places are found in one pass over the headers; nothing is ever unpacked. Of entries of one name the last
 * counts. Links between the files are followed, symbolic and hard ones, and never lead out of the archive. It is open
 * only while it is read. Thread-safe.
 */
public final class TarFiles {

    private static final int LONGEST_CHAIN = 16;

    private final Path archive;
    private final Map<String, Place> places = new TreeMap<>();

    /** An entry, and where its bytes are; before the archive's begin if they are not to be had. */
    private record Place(TarEntry entry, long start) {}

    private TarFiles(Path archive) {
        this.archive = archive;
    }

    /**
     * Finds the files of the archive.
     *
     * @throws LayeredFailure {@code tar-missing} if there is no such file, {@code tar-compressed} if it is compressed as
     *     a whole, {@code tar-unreadable} or {@code tar-path} as {@link TarReader}
     */
    public static TarFiles in(Path archive) {
        if (!Files.isRegularFile(archive)) {
            throw TarFailure.missing(archive);
        }
        TarFiles files = new TarFiles(archive);
        try (InputStream in = Files.newInputStream(archive)) {
            Packed.check(archive, in.readNBytes(Packed.LONGEST_MAGIC));
        } catch (IOException e) {
            throw TarFailure.unreadable(archive.toString(), e);
        }
        // not buffered, so that what is skipped is not read
        try (InputStream in = Files.newInputStream(archive)) {
            TarReader.readContents(in, archive.toString(), files::note);
        } catch (IOException e) {
            throw TarFailure.unreadable(archive.toString(), e);
        }
        return files;
    }

    private void note(TarEntry entry, TarContent content) {
        switch (entry.kind()) {
            case FILE, LINK, HARD_LINK ->
                places.put(entry.path(), new Place(entry, content.isPlain() ? content.start() : -1));
            default -> places.remove(entry.path());
        }
    }

    /** Returns the archive. */
    public Path archive() {
        return archive;
    }

    /** Returns the names of all files and links, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(places.keySet());
    }

    /**
     * Whether a file of that name is there, or a link that leads to one.
     *
     * @throws LayeredFailure {@code tar-link} if a link leads out of the archive or in a circle
     */
    public boolean has(String name) {
        return find(name) != null;
    }

    /**
     * Returns the size of a file that is there.
     *
     * @throws LayeredFailure {@code tar-link}
     */
    public long size(String name) {
        return there(name).entry().size();
    }

    /**
     * Opens a file that is there.
     *
     * @throws LayeredFailure {@code tar-link}, or {@code tar-unreadable} if it is stored with holes
     */
    public InputStream open(String name) throws IOException {
        Place place = there(name);
        if (place.start() < 0) {
            throw TarFailure.unreadable(archive.toString(), "a file in it is stored with holes");
        }
        return FilePart.open(archive, place.start(), place.entry().size());
    }

    private Place there(String name) {
        Place place = find(name);
        if (place == null) {
            throw new IllegalArgumentException("no file " + name + " in " + archive);
        }
        return place;
    }

    /** Returns the file behind the name, or null where there is none. */
    private Place find(String name) {
        Place place = places.get(name);
        for (int links = 0; place != null && place.entry().kind() != TarEntry.Kind.FILE; links++) {
            if (links == LONGEST_CHAIN) {
                throw TarFailure.link(archive, name, "goes round in a circle");
            }
            TarEntry link = place.entry();
            // a hard link names a path from the root
            place = places.get(link.kind() == TarEntry.Kind.LINK ? target(link) : link.link());
        }
        return place;
    }

    /** Returns the path that a symbolic link names, seen from the folder that it stands in. */
    private String target(TarEntry link) {
        Deque<String> path = new ArrayDeque<>();
        if (!link.link().startsWith("/")) {
            path.addAll(List.of(link.path().split("/")));
            path.removeLast();
        }
        for (String part : link.link().split("/")) {
            if (part.equals("..")) {
                if (path.pollLast() == null) {
                    throw TarFailure.link(archive, link.path(), "leads out of the archive");
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                path.addLast(part);
            }
        }
        return String.join("/", path);
    }
}
