package dev.layered.maven;

import dev.layered.build.FormerPush;
import dev.layered.plan.ImagePlan;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * What a build that makes no layout leaves to the push that follows in the same run: the plans of the module's images, or
 * that the last push of each is still true.
 */
record HandedOver(List<ImagePlan> plans, List<FormerPush> pushes) {

    /** Where a module keeps it. */
    private static final String KEY = "dev.layered.handedOver";

    static void plans(List<ImagePlan> plans, MavenProject module) {
        module.setContextValue(KEY, new HandedOver(plans, List.of()));
    }

    static void pushes(List<FormerPush> pushes, MavenProject module) {
        module.setContextValue(KEY, new HandedOver(List.of(), pushes));
    }

    /** Returns what was left; empty where no build ran before. */
    static Optional<HandedOver> to(MavenProject module) {
        return module.getContextValue(KEY) instanceof HandedOver left ? Optional.of(left) : Optional.empty();
    }
}
