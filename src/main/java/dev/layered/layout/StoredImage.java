package dev.layered.layout;

import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.Index;
import dev.layered.image.Platform;
import java.util.List;

/**
 * One image as it lies on this machine or in a repository, of one or several platforms.
 *
 * @param name what {@code index.json} or the first tag calls it, or empty
 * @param target the index, or the manifest of the only platform
 * @param indexes outermost first; empty for a lone manifest
 * @param images in the order of the indexes
 * @param others what the indexes name that is no image: attestations, signatures and other artifacts
 * @param unread the platforms of images that the indexes name and nobody wanted to read
 */
public record StoredImage(
        String name,
        Descriptor target,
        List<Document<Index>> indexes,
        List<PlatformImage> images,
        List<Descriptor> others,
        List<Platform> unread) {

    /** Copies the lists. */
    public StoredImage {
        indexes = List.copyOf(indexes);
        images = List.copyOf(images);
        others = List.copyOf(others);
        unread = List.copyOf(unread);
    }
}
