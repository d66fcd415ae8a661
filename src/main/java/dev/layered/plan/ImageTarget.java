package dev.layered.plan;

import dev.layered.image.ImageReference;
import java.util.List;

/**
 * What an image is called in one of the repositories that get it.
 *
 * @param repository without a tag
 * @param names the image's main name first, which is one of the whole image
 */
public record ImageTarget(ImageReference repository, List<ImageName> names) {

    /** Takes a copy of the names. */
    public ImageTarget {
        names = List.copyOf(names);
    }
}
