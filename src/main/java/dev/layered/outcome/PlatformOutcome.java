package dev.layered.outcome;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import java.util.List;

/**
 * What became of the image of one platform.
 *
 * @param baseLayers of the base image, lowest first
 * @param layers ours, above the base's, lowest first
 */
public record PlatformOutcome(
        Platform platform, Descriptor manifest, Digest config, List<Descriptor> baseLayers, List<LayerOutcome> layers) {

    /** Returns the bytes of all layers as they are stored and sent. */
    public long size() {
        return baseLayers.stream().mapToLong(Descriptor::size).sum()
                + layers.stream().mapToLong(layer -> layer.descriptor().size()).sum();
    }
}
