package dev.layered.record;

import dev.layered.image.Platform;
import java.util.List;

/**
 * What a record says of the image of one platform.
 *
 * @param layers lowest first
 * @param artifacts in the order of the class path
 */
public record RecordedPlatform(Platform platform, List<LayerMark> layers, List<RecordedArtifact> artifacts) {}
