package dev.layered.layer;

import dev.layered.tar.TarEntry;

/** What an entry is. */
enum EntryKind {
    DIRECTORY("directory", TarEntry.Kind.DIRECTORY),
    FILE("file", TarEntry.Kind.FILE),
    LINK("link", TarEntry.Kind.LINK);

    private final String word;
    private final TarEntry.Kind inTar;

    EntryKind(String word, TarEntry.Kind inTar) {
        this.word = word;
        this.inTar = inTar;
    }

    /** Returns the kind of what stands at a path. */
    static EntryKind of(Content content) {
        if (content instanceof Content.Directory) {
            return DIRECTORY;
        }
        return content instanceof Content.Link ? LINK : FILE;
    }

    /** Returns the word for keys and messages. */
    String word() {
        return word;
    }

    /** Returns the kind in tar's words. */
    TarEntry.Kind inTar() {
        return inTar;
    }
}
