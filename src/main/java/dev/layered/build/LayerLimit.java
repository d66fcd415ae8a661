package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlatformPlan;
import java.util.Map;

/** How many layers an image may have: Docker and containerd mount no more than {@value #MOST}. */
final class LayerLimit {

    static final int MOST = 127;

    /** Above this each further layer costs more time than it saves. */
    static final int MANY = 40;

    private LayerLimit() {}

    /**
     * Warns of many layers, once for the platform that has the most.
     *
     * @throws LayeredFailure {@code layers-too-many} if no engine could run the image
     */
    static void check(ImagePlan plan, Map<Platform, BaseImage> bases, BuildLog log) {
        int most = 0;
        String counted = "";
        for (PlatformPlan platform : plan.platforms()) {
            int base = bases.get(platform.platform()).layers().size();
            int all = base + platform.layers().size();
            if (all > most) {
                most = all;
                counted = "The image for " + platform.platform() + " has " + all + " layers, " + base
                        + " of them the base's";
            }
        }
        String fix = "put more artifacts into one <depLayer>";
        if (most > MOST) {
            throw LayeredFailure.mistake(
                    "layers-too-many", counted + "; engines take " + MOST + ".", "<depLayers>", fix);
        }
        if (most > MANY) {
            log.warning(new Problem("layers-many", counted + ", more than " + MANY + ".", "<depLayers>", fix).text());
        }
    }
}
