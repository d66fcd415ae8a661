package dev.layered.layer;

import org.apache.commons.compress.archivers.tar.TarConstants;

/** What an entry is, in the words of tar. */
enum EntryKind {
    DIRECTORY("directory", TarConstants.LF_DIR),
    FILE("file", TarConstants.LF_NORMAL),
    LINK("link", TarConstants.LF_SYMLINK);

    private final String word;
    private final byte tarFlag;

    EntryKind(String word, byte tarFlag) {
        this.word = word;
        this.tarFlag = tarFlag;
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

    /** Returns tar's type flag. */
    byte tarFlag() {
        return tarFlag;
    }
}
