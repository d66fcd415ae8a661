package dev.layered.plan;

import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.io.IOException;
import java.nio.file.Files;

/** How many bytes the files of a plan have, as far as the file system tells; none of them is opened. */
public final class FileBytes {

    private FileBytes() {}

    /** Returns the bytes of all files of a layer together. */
    public static long of(PlannedLayer layer) {
        return layer.entries().stream().mapToLong(FileBytes::of).sum();
    }

    /** Returns the bytes of a file; 0 for what is none. */
    static long of(LayerEntry entry) {
        if (entry.content() instanceof Content.OfBytes made) {
            return made.bytes().length;
        }
        try {
            return entry.content() instanceof Content.OfFile source ? Files.size(source.file()) : 0;
        } catch (IOException e) {
            return 0; // that is told when it is read
        }
    }
}
