package dev.layered.base;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.ImageConfig;
import dev.layered.image.Platform;
import java.util.List;
import java.util.Optional;

/**
 * The image of one platform that ours stands on.
 *
 * @param config its platform is as exact as the base tells it
 * @param layers lowest first, one for each diffID
 * @param origin where it was found, and where the layers are under their digests, if it is one of a registry
 * @param asPublished whether the layers have the digests that the base gave them, by which others know them too
 */
public record BaseImage(ImageConfig config, List<Blob> layers, boolean asPublished, Optional<BaseOrigin> origin) {

    /** Returns the base that is none. */
    static BaseImage scratch(Platform platform) {
        return new BaseImage(ImageConfig.scratch(platform), List.of(), true, Optional.empty());
    }

    /** Returns the descriptors of the layers, lowest first. */
    public List<Descriptor> descriptors() {
        return layers.stream().map(Blob::descriptor).toList();
    }
}
