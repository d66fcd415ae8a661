package dev.layered.outcome;

import dev.layered.image.Descriptor;
import dev.layered.image.ImageConfig;
import dev.layered.image.Platform;
import java.util.List;

/**
 * The image of one platform, whoever made it.
 *
 * @param image the name of the image; empty where it has none
 * @param target what that name stands for: an index, or a manifest
 * @param layers lowest first
 */
public record PlatformContents(
        String image, Platform platform, Descriptor target, ImageConfig config, List<LayerContents> layers) {}
