package dev.layered.image;

import java.io.IOException;
import java.io.InputStream;

/** Content that a descriptor names and that can be read any number of times. */
public interface Blob {

    /** Returns what names the content. */
    Descriptor descriptor();

    /** Returns where the content lies, for messages. */
    default String source() {
        return descriptor().digest().text();
    }

    /** Whether the content can be had, as far as one can tell without reading it. */
    default boolean isThere() {
        return true;
    }

    /** Opens the content; the reader closes it and checks it against the digest. */
    InputStream open() throws IOException;
}
