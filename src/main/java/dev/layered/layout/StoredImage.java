package dev.layered.layout;

import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.Index;
import java.util.List;

/**
 * One image that lies on this machine, of one or several platforms.
 *
 * @param name what {@code index.json} or the first tag calls it, or empty
 * @param target the index, or the manifest of the only platform
 * @param indexes outermost first; empty for a lone manifest
 * @param images in the order of the indexes
 * @param others what the indexes name that is no image: attestations, signatures and other artifacts
 */
public record StoredImage(
        String name,
        Descriptor target,
        List<Document<Index>> indexes,
        List<PlatformImage> images,
        List<Descriptor> others) {

    /** Copies the lists. */
    public StoredImage {
        indexes = List.copyOf(indexes);
        images = List.copyOf(images);
        others = List.copyOf(others);
    }
}
