package dev.layered.outcome;

/** What the local store keeps. */
public enum StoredKind {
    /** Blobs that builds made. */
    LAYER("layers"),
    /** Layers of base images, and of images that were looked into. */
    BASE_LAYER("base layers"),
    /** Manifests, indexes and configs of base images. */
    DOCUMENT("documents"),
    /** What runs found out. */
    FACT("facts"),
    /** Blobs that were moved aside, since they were not what their names say. */
    DAMAGED("damaged blobs"),
    /** What killed runs left. */
    UNFINISHED("unfinished files");

    private final String words;

    StoredKind(String words) {
        this.words = words;
    }

    /** Returns the words for people, for several of them. */
    public String words() {
        return words;
    }
}
