package dev.layered.maven;

import dev.layered.failure.Problem;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.PlanContents;
import dev.layered.plan.PlatformPlan;
import dev.layered.plan.RuleRemarks;
import dev.layered.plan.SizeCheck;
import dev.layered.plan.SizeLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the user does not want in a plan.
 *
 * @param strict whether a rule may not take nothing
 * @param preview whether the plan may lack the very artifacts that a rule is for, so that it is not asked
 */
record PlanCheck(boolean strict, boolean preview) {

    /** Returns what is wrong, without the base: that is not looked for where our own layers are too big. */
    List<Problem> of(ImageIdentity identity, PlanContents contents, List<PlatformPlan> plans) {
        SizeLimits limits = contents.layering().sizes();
        List<Problem> wrong = new ArrayList<>();
        if (strict && !preview) {
            wrong.addAll(RuleRemarks.on(contents.rules(), plans).unused());
        }
        if (!preview) { // whoever shows it knows the base too
            SizeCheck.image(limits, identity, plans, Map.of()).ifPresent(wrong::add);
        }
        SizeCheck.appLayer(limits, contents).ifPresent(wrong::add);
        return wrong;
    }
}
