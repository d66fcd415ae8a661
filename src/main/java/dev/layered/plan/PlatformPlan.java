package dev.layered.plan;

import dev.layered.image.Platform;
import java.util.List;

/**
 * The layers of the image of one platform, lowest first.
 *
 * @param empty names of layers that hold nothing and are left out
 */
public record PlatformPlan(Platform platform, List<PlannedLayer> layers, List<String> empty) {}
