package dev.layered.build;

import dev.layered.image.History;
import dev.layered.image.ImageConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history entries of layers: of ours, which carry the layer key, and of a base that brings none. */
final class LayerHistory {

    /** Before the key in the comment; copies of an image keep it in both formats. */
    static final String KEY = "dev.layered.key=";

    private LayerHistory() {}

    /** Returns the entry of one of our layers. */
    static History entry(String layerName, String key, String created) {
        return new History(
                Optional.of(created),
                Optional.of("layered " + layerName),
                Optional.empty(),
                Optional.of(KEY + key),
                false);
    }

    /** Returns the base's history, with one entry for each of its layers also where it has another number or none. */
    static List<History> ofBase(ImageConfig base) {
        long steps = base.history().stream().filter(step -> !step.emptyLayer()).count();
        if (steps == base.diffIds().size()) {
            return base.history();
        }
        List<History> made = new ArrayList<>();
        for (int i = 0; i < base.diffIds().size(); i++) {
            made.add(new History(
                    Optional.empty(), Optional.of("base image"), Optional.empty(), Optional.empty(), false));
        }
        return made;
    }
}
