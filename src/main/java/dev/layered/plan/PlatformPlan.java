package dev.layered.plan;

import dev.layered.image.Platform;
import java.util.List;

/**
 * The layers of the image of one platform, lowest first, and why each artifact is where it is.
 *
 * @param empty names of layers that hold nothing and are left out
 * @param assignments one for each artifact, in the order of the class path
 */
public record PlatformPlan(
        Platform platform, List<PlannedLayer> layers, List<String> empty, List<Assignment> assignments) {

    /** Returns the assignments of one layer, in the order of the class path. */
    public List<Assignment> in(String layerName) {
        return assignments.stream()
                .filter(assignment -> assignment.layer().equals(layerName))
                .toList();
    }
}
