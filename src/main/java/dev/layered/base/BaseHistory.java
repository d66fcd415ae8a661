package dev.layered.base;

import dev.layered.image.History;
import dev.layered.image.ImageConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history entries of the layers of a base, also of one that brings none. */
public final class BaseHistory {

    private BaseHistory() {}

    /** Returns the base's history, with one entry for each of its layers also where it has another number or none. */
    public static List<History> of(ImageConfig base) {
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
