package dev.layered.outcome;

import dev.layered.image.Platform;
import java.util.List;

/**
 * How two images of one platform differ.
 *
 * @param layers those of the first image, lowest first, then what only the second has
 * @param artifacts that are not in both, or differ
 * @param pullHere what a host that has the second image must pull to run the first
 * @param pullThere what a host that has the first image must pull to run the second
 */
public record PlatformComparison(
        Platform platform,
        List<LayerComparison> layers,
        List<ArtifactChange> artifacts,
        PullSize pullHere,
        PullSize pullThere) {}
