package dev.layered.maven;

import dev.layered.application.BuildTimeRemarks;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.RuleRemarks;
import org.apache.maven.plugin.logging.Log;

/** Warns of what in a plan is hardly meant so. */
final class PlanWarnings {

    private PlanWarnings() {}

    /** Tells of rules, layers, artifacts and patterns, and says how much is ignored. */
    static void tell(ImagePlan plan, Log log) {
        RuleRemarks.on(plan.rules(), plan.platforms()).all().forEach(problem -> log.warn(problem.text()));
        BuildTimeRemarks.on(plan).forEach(problem -> log.warn(problem.text()));
        plan.notes().warnings().forEach(problem -> log.warn(problem.text()));
        int ignored = plan.notes().ignored().size();
        if (ignored > 0) {
            log.info("left out by .layeredignore: " + ignored + (ignored == 1 ? " file" : " files")
                    + ", a folder counts as one");
        }
    }
}
