package dev.layered.build;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.ImageConfig;
import java.util.List;

/**
 * The image of one platform that ours stands on.
 *
 * @param config its platform is as exact as the base tells it
 * @param layers lowest first, one for each diffID
 * @param asPublished whether the layers have the digests that the base gave them, by which others know them too
 */
record BaseImage(ImageConfig config, List<Blob> layers, boolean asPublished) {

    /** Returns the descriptors of the layers, lowest first. */
    List<Descriptor> descriptors() {
        return layers.stream().map(Blob::descriptor).toList();
    }
}
