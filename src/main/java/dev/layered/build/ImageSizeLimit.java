package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Descriptor;
import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.SizeCheck;
import dev.layered.plan.SizeLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many bytes an image may have, base and all. */
final class ImageSizeLimit {

    private ImageSizeLimit() {}

    /**
     * Returns the plan, whose image is as small as the user wants it. A plan that nothing is made of is only warned of.
     *
     * @throws LayeredFailure {@code limit-image} if it is bigger
     */
    static ImagePlan fit(ImagePlan plan, Map<Platform, BaseImage> bases, BuildLog log) {
        Map<Platform, List<Descriptor>> layers = new HashMap<>();
        bases.forEach((platform, base) -> layers.put(platform, base.descriptors()));
        SizeLimits limits = plan.contents().layering().sizes();
        Optional<Problem> tooBig = SizeCheck.image(limits, plan.identity(), plan.platforms(), layers);
        if (tooBig.isPresent() && !limits.isTold()) {
            throw LayeredFailure.mistakes(List.of(tooBig.get()));
        }
        tooBig.ifPresent(problem -> log.warning(problem.text()));
        return plan;
    }
}
