package dev.layered.layer;

import dev.layered.image.Digest;
import dev.layered.tar.TarEntry;

/**
 * An entry together with the digest of its content.
 *
 * @param content the digest of a file's bytes, of a link's target in UTF-8, of nothing for a directory
 * @param size of a file, in bytes; 0 for others
 */
public record KeyedEntry(LayerEntry entry, Digest content, long size) {

    /** Returns what the entry is. */
    EntryKind kind() {
        return EntryKind.of(entry.content());
    }

    /** Whether both write the same bytes to a tar, wherever their content comes from. */
    boolean isSameAs(KeyedEntry other) {
        return entry.path().equals(other.entry.path())
                && kind() == other.kind()
                && entry.mode() == other.entry.mode()
                && entry.uid() == other.entry.uid()
                && entry.gid() == other.entry.gid()
                && entry.time().getEpochSecond() == other.entry.time().getEpochSecond()
                && content.equals(other.content)
                && size == other.size;
    }

    /** Returns the header that the entry has in a tar. */
    TarEntry header() {
        return header(entry, size);
    }

    /** Returns the header of an entry whose content is so long. */
    static TarEntry header(LayerEntry entry, long size) {
        return new TarEntry(
                entry.path(),
                EntryKind.of(entry.content()).inTar(),
                entry.mode(),
                new TarEntry.Owner(entry.uid(), entry.gid()),
                entry.time(),
                size,
                entry.content() instanceof Content.Link link ? link.target() : "");
    }
}
