package dev.layered.maven;

import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.ImagePlan;
import java.util.Optional;

/**
 * What the goals share that look at a plan and make no image.
 *
 * <p>They resolve the class path themselves: Maven 3 would refuse a goal that lets it resolve, in a reactor whose modules
 * are not installed, before the goal runs.
 */
abstract class PreviewMojo extends LayeredMojo {

    @Override
    protected final Runnable prepare(Mistakes mistakes) {
        ProjectContents contents = contents(
                dependencies.artifacts(project, session),
                missing -> getLog().warn("Left out of this plan: " + missing.text()));
        Optional<ImagePlan> plan = new PlanInput(this, new Reading(mistakes, locations()), true).plan(contents);
        return () -> plan.ifPresent(this::show);
    }

    /** Shows what the goal is for. */
    abstract void show(ImagePlan plan);
}
