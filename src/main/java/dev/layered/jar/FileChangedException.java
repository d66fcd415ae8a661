package dev.layered.jar;

import java.io.IOException;

/** A file has another size than when it was opened. */
public final class FileChangedException extends IOException {

    private static final long serialVersionUID = 1;

    FileChangedException() {
        super("its size changed while it was read");
    }
}
