package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.layer.LayerListing;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarEntry.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands where in an image: each layer over those below it (OCI image spec, layer.md, "Applying Changesets").
 *
 * <p>Paths have no slash at either end; the empty one is the root. Not thread-safe.
 */
final class ImageTree {

    /** As many links in one path as Linux follows. */
    private static final int MOST_LINKS = 40;

    private final NavigableMap<String, TarEntry> entries = new TreeMap<>();

    /** Puts a layer on top: first what it removes from those below, then what it holds. */
    void add(LayerListing layer) {
        layer.opaque().forEach(this::removeBelow);
        layer.removed().forEach(this::remove);
        layer.entries().values().forEach(this::put);
    }

    /** Puts an entry on top; a directory keeps what is in it, anything else takes the place of all that was there. */
    void put(TarEntry entry) {
        if (entry.path().isEmpty()) {
            return;
        }
        if (entry.kind() != Kind.DIRECTORY) {
            removeBelow(entry.path());
        }
        entries.put(entry.path(), entry);
    }

    private void remove(String path) {
        entries.remove(path);
        removeBelow(path);
    }

    private void removeBelow(String path) {
        if (path.isEmpty()) {
            entries.clear();
        } else {
            entries.subMap(path + "/", path + "0").clear(); // '0' is the character behind '/'
        }
    }

    /** Returns what stands at a path without links. */
    Optional<TarEntry> at(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /**
     * Returns the path with the links among its parents resolved; its last part is left as it is.
     *
     * @throws LayeredFailure {@code base-link} if the links run in a circle
     */
    String inParent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? path : joined(resolve(path.substring(0, slash)), path.substring(slash + 1));
    }

    /**
     * Returns the path with all links in it resolved, as an engine that walks it sees it; what is not there yet stays as
     * it is.
     *
     * @throws LayeredFailure {@code base-link} if the links run in a circle
     */
    String resolve(String path) {
        return follow(path).orElseThrow(() -> circle(path));
    }

    /** Does the same, and returns nothing where the links run in a circle. */
    Optional<String> follow(String path) {
        Deque<String> rest = new ArrayDeque<>(List.of(path.split("/")));
        String resolved = "";
        int links = 0;
        while (!rest.isEmpty()) {
            String part = rest.removeFirst();
            if (part.equals("..")) {
                resolved = resolved.contains("/") ? resolved.substring(0, resolved.lastIndexOf('/')) : "";
            } else if (!part.isEmpty() && !part.equals(".")) {
                String next = joined(resolved, part);
                Optional<String> target =
                        at(next).filter(entry -> entry.kind() == Kind.LINK).map(TarEntry::link);
                if (target.isEmpty()) {
                    resolved = next;
                    continue;
                }
                if (++links > MOST_LINKS) {
                    return Optional.empty();
                }
                List<String> parts = List.of(target.get().split("/"));
                for (int i = parts.size() - 1; i >= 0; i--) {
                    rest.addFirst(parts.get(i));
                }
                resolved = target.get().startsWith("/") ? "" : resolved;
            }
        }
        return Optional.of(resolved);
    }

    /** Whether a folder stands at a path without links, or something below it: some layers leave folders out. */
    boolean hasFolder(String path) {
        String below = entries.ceilingKey(path + "/");
        boolean isNamed =
                at(path).filter(entry -> entry.kind() == Kind.DIRECTORY).isPresent();
        return isNamed || below != null && below.startsWith(path + "/");
    }

    /** Returns the paths, without what links make of them, that end so. */
    List<String> endingWith(String end) {
        return entries.keySet().stream().filter(path -> path.endsWith(end)).toList();
    }

    private static String joined(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static LayeredFailure circle(String path) {
        return LayeredFailure.mistake(
                "base-link",
                "The links of the base image at " + Shown.quoted("/" + path) + " lead in a circle.",
                "the base image",
                "put the files elsewhere in the image, or choose another base");
    }
}
