package dev.layered.registry;

import java.io.IOException;
import java.io.InputStream;

/** Makes something of a blob's content, and makes it anew where it is called again. */
@FunctionalInterface
public interface BlobReader<T> {

    /** Reads the content to its end; the stream is closed by who calls. */
    T read(InputStream content) throws IOException;
}
