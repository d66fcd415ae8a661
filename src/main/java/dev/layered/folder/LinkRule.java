package dev.layered.folder;

/** What becomes of a symbolic link in a folder. */
public enum LinkRule {
    /** It stays a link. */
    KEEP,
    /** What it points at is taken in its place, as long as that is inside the project. */
    FOLLOW_IN_PROJECT,
    /** What it points at is taken in its place, wherever that is. */
    FOLLOW
}
