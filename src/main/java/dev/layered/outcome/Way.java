package dev.layered.outcome;

/** A way to divide a project's images into layers. */
public enum Way {
    /** As the project is configured. */
    NOW("as it is now"),
    /** As Jib does: released dependencies, snapshots, modules, the project's own. */
    JIB("as Jib does"),
    /** As without {@code <depLayers>} and {@code <layering>}. */
    AUTOMATIC("automatic"),
    /** With the proposed {@code <depLayers>}. */
    PROPOSED("proposed"),
    /** Nothing moves but files that were not there before. */
    IDEAL("ideal");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** Returns what it is called in tables. */
    public String words() {
        return words;
    }
}
