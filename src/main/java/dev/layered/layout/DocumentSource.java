package dev.layered.layout;

import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;

/** Where manifests, indexes and configs can be read by descriptor, and the layers of images too. */
public interface DocumentSource extends BlobSource {

    /** Returns the bytes of a manifest, index or config, checked against digest and size. */
    byte[] document(Descriptor descriptor);
}
