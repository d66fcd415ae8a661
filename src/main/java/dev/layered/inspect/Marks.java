package dev.layered.inspect;

import dev.layered.image.History;
import dev.layered.image.Image;
import dev.layered.record.LayerMark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which layers of an image are ours, by its history. */
final class Marks {

    private Marks() {}

    /** Returns one for each layer, lowest first; none where the history does not tell of each layer. */
    static List<Optional<LayerMark>> of(Image image) {
        int layers = image.manifest().value().layers().size();
        List<Optional<LayerMark>> marks = new ArrayList<>();
        image.config().value().history().stream()
                .filter(step -> !step.emptyLayer())
                .forEach((History step) -> marks.add(LayerMark.of(step)));
        return marks.size() == layers ? marks : Collections.nCopies(layers, Optional.empty());
    }
}
