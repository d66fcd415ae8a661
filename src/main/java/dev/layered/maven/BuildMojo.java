package dev.layered.maven;

import dev.layered.build.ImageBuilder;
import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.Reading;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.plan.ImagePlan;
import dev.layered.report.LayerTable;
import dev.layered.report.OutcomeFiles;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Plans and builds the image into an OCI image layout; needs neither a daemon nor a registry. */
@Mojo(
        name = "build",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME_PLUS_SYSTEM,
        threadSafe = true,
        configurator = "layered")
public final class BuildMojo extends LayeredMojo {

    /** Where a module remembers during a run which image it made. */
    private static final String MADE = "dev.layered.made";

    @Override
    protected Runnable prepare(Mistakes mistakes) {
        long start = System.nanoTime();
        ProjectContents contents = contents(project.getArtifacts(), mistakes::add);
        Optional<ImagePlan> plan = new PlanInput(this, new Reading(mistakes, locations()), false).plan(contents);
        return () -> plan.ifPresent(found -> build(found, start));
    }

    private void build(ImagePlan plan, long start) {
        warnOf(plan);
        warnOfReplaced(plan);
        BuildLog log = new MavenBuildLog(getLog());
        Path basedir = project.getBasedir().toPath();
        // where the user's folder cannot be written to, the project's own is
        Store store = Store.open(storeFolder(), output().resolve("store"), log);
        BuildOutcome outcome = new ImageBuilder(basedir, output(), store, log).build(plan);
        OutcomeFiles.write(outcome, output());
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        LayerTable.lines(outcome, time, basedir).forEach(getLog()::info);
    }

    /** Two executions in one module write to the same place. */
    private void warnOfReplaced(ImagePlan plan) {
        Object former = project.getContextValue(MADE);
        if (former != null && !former.equals(plan.reference())) {
            getLog().warn("The image " + former + ", which another execution of this module made, is replaced in "
                    + output() + " by " + plan.reference() + ".");
        }
        project.setContextValue(MADE, plan.reference());
    }
}
