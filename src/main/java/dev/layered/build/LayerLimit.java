package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.PlatformPlan;
import java.util.Map;

/** How many layers an image may have. */
final class LayerLimit {

    private LayerLimit() {}

    /**
     * Returns the plan in as few layers as its bases leave to it. Warns of many layers, once for the platform that has
     * the most.
     *
     * @throws LayeredFailure {@code layers-too-many} if what the user asks for has more than the image may have
     */
    static ImagePlan fit(ImagePlan wanted, Map<Platform, BaseImage> bases, BuildLog log) {
        ImagePlan plan = wanted.above(deepest(bases));
        LayeringChoice choice = plan.contents().layering();
        int most = 0;
        String counted = "";
        for (PlatformPlan platform : plan.platforms()) {
            int base = bases.get(platform.platform()).layers().size();
            int all = base + platform.layers().size();
            if (all > most) {
                most = all;
                counted = plan.identity().inMessage() + " for " + platform.platform() + " has " + all + " layers, "
                        + base + " of them the base's";
            }
        }
        if (most > choice.imageLayers()) {
            throw LayeredFailure.mistake(
                    "layers-too-many",
                    counted + "; no more than " + choice.imageLayers() + " are allowed.",
                    "<depLayers>",
                    "put more artifacts into one <depLayer>, or take another base image");
        }
        if (most > choice.imageLayersWarn()) {
            log.warning(new Problem(
                            "layers-many",
                            counted + ", more than " + choice.imageLayersWarn() + ".",
                            "<layering>, <depLayers>",
                            "lower <layering><maxLayers>, put more artifacts into one <depLayer>, or raise"
                                    + " <limits><imageLayersWarn>")
                    .text());
        }
        return plan;
    }

    /** Returns how many layers the base has that has the most. */
    static int deepest(Map<Platform, BaseImage> bases) {
        return bases.values().stream()
                .mapToInt(base -> base.layers().size())
                .max()
                .orElse(0);
    }
}
