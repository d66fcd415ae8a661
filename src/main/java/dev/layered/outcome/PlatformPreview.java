package dev.layered.outcome;

import dev.layered.image.Descriptor;
import dev.layered.image.Platform;
import java.util.List;

/**
 * What a build would do for one platform.
 *
 * @param baseLayers of the base image, lowest first
 * @param layers ours, above the base's, lowest first
 */
public record PlatformPreview(Platform platform, List<Descriptor> baseLayers, List<LayerPreview> layers) {}
