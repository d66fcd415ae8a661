package dev.layered.layer;

import dev.layered.tar.TarEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands in a layer, and what it takes away from the layers below (OCI image spec, layer.md).
 *
 * @param entries by path; of entries with one path the last
 * @param removed paths that whiteouts take away
 * @param opaque directories whose content below is taken away
 */
public record LayerListing(SortedMap<String, TarEntry> entries, SortedSet<String> removed, SortedSet<String> opaque) {

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    /** Before what Docker's AUFS kept for itself; all engines pass it over. */
    private static final String OF_AUFS = ".wh..wh.";

    /** Wraps the collections. */
    public LayerListing {
        entries = Collections.unmodifiableSortedMap(entries);
        removed = Collections.unmodifiableSortedSet(removed);
        opaque = Collections.unmodifiableSortedSet(opaque);
    }

    /**
     * Lists the blob of a layer, whatever its compression.
     *
     * @param source where it comes from, for messages
     * @throws dev.layered.failure.LayeredFailure as {@link LayerReader#read}
     */
    public static LayerListing of(InputStream blob, String source) throws IOException {
        SortedMap<String, TarEntry> entries = new TreeMap<>();
        SortedSet<String> removed = new TreeSet<>();
        SortedSet<String> opaque = new TreeSet<>();
        LayerReader.read(blob, source, (entry, content) -> {
            int slash = entry.path().lastIndexOf('/');
            String folder = entry.path().substring(0, Math.max(slash, 0));
            String name = entry.path().substring(slash + 1);
            if (name.equals(OPAQUE)) {
                opaque.add(folder);
            } else if (isWhiteout(name)) {
                String gone = name.substring(WHITEOUT.length());
                removed.add(folder.isEmpty() ? gone : folder + "/" + gone);
            } else if (!entry.path().contains("/" + OF_AUFS) && !entry.path().startsWith(OF_AUFS)) {
                entries.put(entry.path(), entry);
            }
        });
        return new LayerListing(entries, removed, opaque);
    }

    /** Whether it takes a path away; the bare prefix names none, which would be the folder itself. */
    private static boolean isWhiteout(String name) {
        return name.startsWith(WHITEOUT) && !name.startsWith(OF_AUFS) && name.length() > WHITEOUT.length();
    }

    /** Returns the listing as a text for {@link #parse}. */
    public String text() {
        return ListingText.of(this);
    }

    /** Returns the listing that the text spells, or empty where it is of another version or damaged. */
    public static Optional<LayerListing> parse(String text) {
        return ListingText.parse(text);
    }
}
