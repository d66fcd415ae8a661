package dev.layered.store;

import dev.layered.outcome.StoredKind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Lists the files that are a store's own, by their names and places. The store's folder may be a link; below it none is
 * followed, and nothing is listed but plain files.
 */
final class StoreListing {

    private static final Pattern OWN = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ASIDE = Pattern.compile("[0-9a-f]{64}(-[0-9a-f-]{36})?");
    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,9}");

    private final List<StoredFile> files = new ArrayList<>();
    private final Instant now;

    private StoreListing(Instant now) {
        this.now = now;
    }

    /** Returns what is there now; what vanishes meanwhile is left out. */
    static List<StoredFile> of(StoreFolder store, Instant now) {
        StoreListing listing = new StoreListing(now);
        if (isFolder(store.blobs().getParent())
                && isFolder(store.blobs().getParent().getParent())) {
            listing.add(store.blobs(), OWN, StoredKind.LAYER);
        }
        if (isFolder(store.facts().getParent())) {
            listing.add(store.facts(), null, StoredKind.FACT);
            for (Path kind : children(store.facts())) {
                listing.add(kind, OWN, StoredKind.FACT);
            }
            listing.add(store.damaged(), ASIDE, StoredKind.DAMAGED);
        }
        return listing.files;
    }

    /** Returns the folders of stores of other versions, with their bytes. */
    static Map<String, Long> others(StoreFolder store) {
        Map<String, Long> others = new TreeMap<>();
        for (Path child : children(store.root())) {
            String name = child.getFileName().toString();
            if (VERSION.matcher(name).matches() && !name.equals(StoreFolder.VERSION) && isFolder(child)) {
                others.put(name, bytes(child));
            }
        }
        return others;
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(children::add);
        } catch (IOException | DirectoryIteratorException e) {
            return children; // what cannot be listed cannot be deleted either
        }
        return children;
    }

    /** Adds the files of a folder with such names; without a pattern, temporary ones alone. */
    private void add(Path folder, Pattern names, StoredKind kind) {
        if (!isFolder(folder)) {
            return;
        }
        for (Path path : children(folder)) {
            String name = path.getFileName().toString();
            try {
                if (TempFiles.isName(name)) {
                    if (TempFiles.isDead(path, now)) {
                        add(path, StoredKind.UNFINISHED);
                    }
                } else if (names != null && names.matcher(name).matches()) {
                    add(path, kind);
                }
            } catch (IOException e) {
                // another run deleted it just now
            }
        }
    }

    private void add(Path path, StoredKind kind) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isRegularFile()) {
            files.add(new StoredFile(path, kind, attributes.size(), LastUse.of(attributes)));
        }
    }

    private static long bytes(Path folder) {
        long[] bytes = {0};
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return bytes[0]; // what can be seen of it
        }
        return bytes[0];
    }
}
