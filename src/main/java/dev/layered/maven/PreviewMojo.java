package dev.layered.maven;

import dev.layered.build.PlanPreview;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.maven.configuration.Reading;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImagePlan;
import dev.layered.store.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * What the goals share that look at a plan and make no image.
 *
 * <p>They resolve the class path themselves: Maven 3 would refuse a goal that lets it resolve, in a reactor whose modules
 * are not installed, before the goal runs.
 */
abstract class PreviewMojo extends LayeredMojo {

    private final List<String> leftOut = new ArrayList<>();

    @Override
    protected final Runnable prepare(Mistakes mistakes) {
        readOwn(new Reading(mistakes, locations()));
        ProjectContents contents = contents(dependencies.artifacts(project, session), this::leaveOut);
        List<ImagePlan> plans = new PlanInput(this, new Reading(mistakes, locations()), true).plans(contents);
        return () -> {
            if (!plans.isEmpty()) {
                show(plans);
            }
        };
    }

    private void leaveOut(Problem missing) {
        getLog().warn("Left out of this plan: " + missing.text());
        leftOut.add(missing.what());
    }

    /** Returns what an image needs and this plan has not got, because it is not made yet. */
    final List<String> leftOut() {
        return leftOut;
    }

    /** Returns a preview that reads the local store and writes nothing to it. */
    final PlanPreview preview() {
        BuildLog log = buildLog();
        Store store = readStore(log);
        return new PlanPreview(project.getBasedir().toPath(), bases(store, log), store, log);
    }

    /** Reads the parameters that the goal has besides; notes what is wrong with them. */
    void readOwn(Reading reading) {}

    /** Shows what the goal is for, of at least one plan. */
    abstract void show(List<ImagePlan> plans);
}
