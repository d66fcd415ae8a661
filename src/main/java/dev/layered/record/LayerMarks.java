package dev.layered.record;

import dev.layered.image.History;
import dev.layered.image.Image;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which layers of an image are ours, by its history. */
public final class LayerMarks {

    private LayerMarks() {}

    /** Returns one for each layer, lowest first; none where the history does not tell of each layer. */
    public static List<Optional<LayerMark>> of(Image image) {
        return steps(image).stream().map(step -> step.flatMap(LayerMark::of)).toList();
    }

    /** Returns the step that made each layer, lowest first; none where the history does not tell of each layer. */
    public static List<Optional<History>> steps(Image image) {
        int layers = image.manifest().value().layers().size();
        List<Optional<History>> steps = image.config().value().history().stream()
                .filter(step -> !step.emptyLayer())
                .map(Optional::of)
                .toList();
        return steps.size() == layers ? steps : Collections.nCopies(layers, Optional.empty());
    }
}
