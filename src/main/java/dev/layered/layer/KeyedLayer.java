package dev.layered.layer;

import java.util.List;

/**
 * A layer whose key is known and whose bytes may not have to be made.
 *
 * @param entries in the order of the tar, each path once, with all parent directories
 */
public record KeyedLayer(LayerKey key, List<KeyedEntry> entries, Compression compression) {

    /** Copies the list. */
    public KeyedLayer {
        entries = List.copyOf(entries);
    }

    /** Returns the number of files; directories and links do not count. */
    public int files() {
        return (int) entries.stream().filter(e -> e.kind() == EntryKind.FILE).count();
    }

    /** Returns the bytes of all files together. */
    public long contentSize() {
        return entries.stream().mapToLong(KeyedEntry::size).sum();
    }
}
