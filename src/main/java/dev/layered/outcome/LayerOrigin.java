package dev.layered.outcome;

import java.util.Locale;

/** Where the bytes of a layer came from. */
public enum LayerOrigin {
    /** It is the base image's. */
    BASE,
    /** It was written in this run. */
    BUILT,
    /** The local store knew its key, so nothing was written. */
    REUSED,
    /** An image in the registry has it under its key, so nothing was written. */
    PUBLISHED;

    /** Returns the word that reports show. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
