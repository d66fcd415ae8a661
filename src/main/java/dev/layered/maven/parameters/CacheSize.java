package dev.layered.maven.parameters;

import dev.layered.maven.configuration.Reading;

/** How big the local store may be. */
public final class CacheSize {

    private static final long USUAL = 10_000_000_000L;

    private CacheSize() {}

    /** Returns the bytes, 10 GB where nothing is given; notes {@code size-form}. */
    public static long read(String given, Reading reading) {
        return ByteSize.read(given, reading).orElse(USUAL);
    }
}
