package dev.layered.base;

import dev.layered.image.Blob;
import dev.layered.layer.LayerListing;
import dev.layered.outcome.BuildLog;
import dev.layered.store.Store;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarEntry.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a base image. To read some of them, only the layers that hold one are opened, each once. Paths may begin
 * with a slash; links in them are followed.
 */
final class BaseFiles {

    private static final int MOST_HARD_LINKS = 16;

    private final List<Blob> layers;
    private final List<LayerListing> listings;
    private final ImageTree tree = new ImageTree();
    private final LayerFiles contents;

    /** Where the bytes of a file are: the layer's number, from 0, and the path there. */
    private record Holder(int layer, String path) {}

    private BaseFiles(List<Blob> layers, List<LayerListing> listings, Store store) {
        this.layers = layers;
        this.listings = listings;
        this.contents = new LayerFiles(store);
        listings.forEach(tree::add);
    }

    /**
     * Lists the layers, lowest first.
     *
     * @param needed why all of them must be known, to go on with "so that", for messages
     * @throws dev.layered.failure.LayeredFailure {@code base-unlisted} if one is of a kind that is not read, {@code
     *     base-layer} or {@code base-unreadable}
     */
    static BaseFiles in(List<Blob> layers, String needed, Store store, BuildLog log) {
        return new BaseFiles(layers, new BaseListings(store, log).each(layers, needed), store);
    }

    /** Returns what stands where. */
    ImageTree tree() {
        return tree;
    }

    /** Returns the file that the path leads to, under its real path; empty where there is none. */
    Optional<TarEntry> file(String path) {
        return tree.follow(path)
                .flatMap(tree::at)
                .filter(entry -> entry.kind() == Kind.FILE || entry.kind() == Kind.HARD_LINK)
                .filter(entry -> holder(entry.path()).isPresent());
    }

    /** Whether the path leads to a folder. */
    boolean hasFolder(String path) {
        return tree.follow(path).filter(tree::hasFolder).isPresent();
    }

    /**
     * Returns the bytes of the files, by their real paths.
     *
     * @param files what {@link #file} returned
     * @throws dev.layered.failure.LayeredFailure {@code base-file-large} if one has more than 16 MB
     */
    Map<String, byte[]> read(Collection<TarEntry> files) {
        Map<String, Holder> holders = new TreeMap<>();
        SortedMap<Integer, SortedSet<String>> wanted = new TreeMap<>();
        for (TarEntry file : files) {
            Holder holder = holder(file.path()).orElseThrow();
            holders.put(file.path(), holder);
            wanted.computeIfAbsent(holder.layer(), layer -> new TreeSet<>()).add(holder.path());
        }
        Map<Integer, Map<String, byte[]>> read = new HashMap<>();
        wanted.forEach((layer, paths) -> read.put(layer, contents.read(layers.get(layer), paths)));
        Map<String, byte[]> found = new TreeMap<>();
        holders.forEach(
                (path, holder) -> found.put(path, read.get(holder.layer()).get(holder.path())));
        return found;
    }

    /** The uppermost layer that names a file has its bytes, or those of the file that it gives another name. */
    private Optional<Holder> holder(String file) {
        String path = file;
        int layer = listings.size() - 1;
        for (int links = 0; layer >= 0 && links < MOST_HARD_LINKS; ) {
            TarEntry entry = listings.get(layer).entries().get(path);
            if (entry == null) {
                layer--;
            } else if (entry.kind() == Kind.HARD_LINK) {
                path = entry.link();
                links++;
            } else {
                return Optional.of(new Holder(layer, path)).filter(any -> entry.kind() == Kind.FILE);
            }
        }
        return Optional.empty();
    }
}
