package dev.layered.image;

import java.io.IOException;
import java.io.InputStream;

/** Where blobs can be read by descriptor: an image layout, the local store, a repository. */
@FunctionalInterface
public interface BlobSource {

    /** Opens the content; the reader closes it and checks it against the digest. */
    InputStream open(Descriptor descriptor) throws IOException;

    /** Whether the content can be had here, as far as one can tell without reading it. */
    default boolean has(Descriptor descriptor) {
        return true;
    }

    /** Returns where the content lies, for messages. */
    default String place(Descriptor descriptor) {
        return descriptor.digest().text();
    }

    /** Returns the blob that the descriptor names, read from here. */
    default Blob blob(Descriptor descriptor) {
        return new Blob() {
            @Override
            public Descriptor descriptor() {
                return descriptor;
            }

            @Override
            public String source() {
                return place(descriptor);
            }

            @Override
            public boolean isThere() {
                return has(descriptor);
            }

            @Override
            public InputStream open() throws IOException {
                return BlobSource.this.open(descriptor);
            }
        };
    }
}
