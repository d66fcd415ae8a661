package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;

/** How many layers an image may have: Docker and containerd mount no more than {@value #MOST}. */
final class LayerLimit {

    static final int MOST = 127;

    /** From here on each further layer costs more time than it saves. */
    static final int MANY = 40;

    private LayerLimit() {}

    /**
     * Warns of many layers.
     *
     * @throws LayeredFailure {@code layers-too-many} if no engine could run the image
     */
    static void check(Platform platform, int base, int ours, BuildLog log) {
        int all = base + ours;
        String counted = "The image for " + platform + " has " + all + " layers, " + base + " of them the base's";
        if (all > MOST) {
            throw LayeredFailure.mistake(
                    "layers-too-many",
                    counted + "; engines take " + MOST + ".",
                    "<depLayers>",
                    "put more artifacts into one <depLayer>");
        }
        if (all > MANY) {
            log.warning(counted + ". More than " + MANY + " cost more time than they save.");
        }
    }
}
