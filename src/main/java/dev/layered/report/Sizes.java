package dev.layered.report;

import dev.layered.failure.Shown;

/** Numbers of bytes for people, in powers of ten as registries and disks count them. */
public final class Sizes {

    private Sizes() {}

    /** Returns e.g. {@code 999 B}, {@code 1.0 kB}, {@code 57.7 MB}. */
    public static String of(long bytes) {
        return Shown.size(bytes);
    }
}
