package dev.layered.maven;

import dev.layered.build.PlanPreview.PreviewedPlan;
import dev.layered.maven.parameters.Unset;
import dev.layered.plan.ImagePlan;
import dev.layered.report.PlanTable;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Prints what {@code build} would make: for each platform the layers bottom to top, what is in them and by which rule,
 * and which of them are known already. Writes {@code target/layered/plan.json} and changes nothing else.
 */
@Mojo(name = "plan", threadSafe = true, configurator = "layered")
public final class PlanMojo extends PreviewMojo {

    @Override
    void show(List<ImagePlan> plans) {
        PlanWarnings.tell(plans, this);
        for (ImagePlan plan : plans) {
            PreviewedPlan preview = preview().of(plan, leftOut(), output());
            PlanTable.lines(preview.plan(), preview.platforms()).forEach(getLog()::info);
            if (to.isNamed() || !Unset.none(targets).isEmpty()) {
                PlanTable.names(preview.plan()).forEach(getLog()::info);
            }
        }
    }
}
