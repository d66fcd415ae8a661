package dev.layered.image;

import java.util.List;

/**
 * The image of one platform: manifest, config and layer blobs, lowest first.
 *
 * @param layers one for each layer of the manifest, in its order
 */
public record Image(Document<Manifest> manifest, Document<ImageConfig> config, List<Blob> layers) {

    /** Returns what the image runs on. */
    public Platform platform() {
        return config.value().platform();
    }

    /** Returns the descriptor that an index holds of this image. */
    public Descriptor descriptor() {
        return manifest.descriptor().on(platform());
    }
}
