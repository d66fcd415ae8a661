package dev.layered.base;

import dev.layered.tar.TarEntry;
import dev.layered.tar.TarEntry.Kind;
import dev.layered.tar.TarEntry.Owner;
import java.time.Instant;

/** Entries of base layers for tests. */
final class SampleEntry {

    static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");

    private SampleEntry() {}

    static TarEntry folder(String path) {
        return folder(path, 0755, 0);
    }

    static TarEntry folder(String path, int mode, long owner) {
        return new TarEntry(path, Kind.DIRECTORY, mode, new Owner(owner, owner), TIME, 0, "");
    }

    static TarEntry file(String path) {
        return new TarEntry(path, Kind.FILE, 0644, Owner.ROOT, TIME, 1, "");
    }

    static TarEntry link(String path, String target) {
        return new TarEntry(path, Kind.LINK, 0777, Owner.ROOT, TIME, 0, target);
    }
}
