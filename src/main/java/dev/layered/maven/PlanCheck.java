package dev.layered.maven;

import dev.layered.failure.Problem;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlanContents;
import dev.layered.plan.PlatformPlan;
import dev.layered.plan.RuleRemarks;
import dev.layered.plan.SizeCheck;
import dev.layered.plan.SizeLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the user does not want in plans.
 *
 * @param preview whether a plan may lack the very artifacts that a rule is for, so that it is not asked, and who shows it
 *     knows the base too
 */
record PlanCheck(boolean preview) {

    /** Returns what is wrong with a plan, without the base: that is not looked for where our own layers are too big. */
    List<Problem> of(ImageIdentity identity, PlanContents contents, List<PlatformPlan> platforms) {
        SizeLimits limits = contents.layering().sizes();
        List<Problem> wrong = new ArrayList<>();
        if (!preview) {
            SizeCheck.image(limits, identity, platforms, Map.of()).ifPresent(wrong::add);
        }
        SizeCheck.appLayer(limits, contents).ifPresent(wrong::add);
        return wrong;
    }

    /** Returns the rules that take nothing in any of the plans. */
    List<Problem> unused(List<ImagePlan> plans) {
        List<PlatformPlan> platforms =
                plans.stream().flatMap(plan -> plan.platforms().stream()).toList();
        return preview || plans.isEmpty()
                ? List.of()
                : RuleRemarks.on(plans.get(0).rules(), platforms).unused();
    }
}
