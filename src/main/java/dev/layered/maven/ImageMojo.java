package dev.layered.maven;

import dev.layered.build.FormerImage;
import dev.layered.build.ImageBuilder;
import dev.layered.failure.Mistakes;
import dev.layered.image.Digest;
import dev.layered.maven.configuration.Reading;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.plan.ImagePlan;
import dev.layered.report.LayerTable;
import dev.layered.report.OutcomeFiles;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the goals share that need the image itself: it is as this run made it, as an earlier run made it where that is
 * still true, or is made now.
 */
abstract class ImageMojo extends LayeredMojo {

    /** Where a module remembers during a run which image it made. */
    private static final String MADE = "dev.layered.made";

    /**
     * Returns what gives the image: as this or an earlier run made it, or a plan to carry out, of which mistakes are
     * noted; empty where the module has no image.
     */
    final Optional<Supplier<ReadyImage>> image(Mistakes mistakes) {
        String reference =
                to.references(project.getArtifactId(), project.getVersion()).get(0);
        Optional<BuildOutcome> made =
                lastMade().filter(outcome -> outcome.reference().equals(reference));
        if (made.isPresent()) {
            return Optional.of(made.get()::image);
        }
        Optional<ReadyImage> former = FormerImage.in(output()).flatMap(this::ifStillTrue);
        if (former.isPresent()) {
            return Optional.of(former::get);
        }
        ProjectContents contents = contents(dependencies.artifacts(project, session), mistakes::add);
        return plan(contents, mistakes).map(plan -> () -> make(plan).image());
    }

    /** Resolves nothing: Maven cannot resolve modules that an earlier run packaged and did not install. */
    private Optional<ReadyImage> ifStillTrue(FormerImage former) {
        Mistakes doubts = new Mistakes();
        Reading reading = new Reading(doubts, locations());
        String reference = to.reference(project.getArtifactId(), project.getVersion(), reading.at("to"));
        Map<String, Digest> grounds =
                new PlanInput(this, reading, false).grounds(contents(List.of(), doubts::add), bases());
        // planning notes the doubts again, and what else is wrong
        Optional<String> changed = doubts.all().stream()
                .findFirst()
                .map(doubt -> doubt.what().replaceFirst("\\.$", ""))
                .or(() -> former.changed(reference, project.getBasedir().toPath(), grounds));
        getLog().info("The image in " + output().resolve("image") + " is "
                + changed.map(why -> "not true any more: " + why + ".").orElse("still true."));
        return changed.isPresent() ? Optional.empty() : Optional.of(former.image());
    }

    final Optional<ImagePlan> plan(ProjectContents contents, Mistakes mistakes) {
        return new PlanInput(this, new Reading(mistakes, locations()), false).plan(contents);
    }

    /** Makes the image into the layout, and tells about it. */
    final BuildOutcome make(ImagePlan plan) {
        long start = System.nanoTime();
        warnOf(plan);
        warnOfReplaced(plan);
        BuildLog log = new MavenBuildLog(getLog());
        Path basedir = project.getBasedir().toPath();
        // where the user's folder cannot be written to, the project's own is
        Store store = Store.open(storeFolder(), output().resolve("store"), log);
        BuildOutcome outcome = new ImageBuilder(basedir, output(), bases(), store, log).build(plan);
        OutcomeFiles.write(outcome, output());
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        LayerTable.lines(outcome, time, basedir).forEach(getLog()::info);
        project.setContextValue(MADE, outcome);
        return outcome;
    }

    /** Two executions in one module write to the same place. */
    private void warnOfReplaced(ImagePlan plan) {
        lastMade()
                .filter(made -> !made.reference().equals(plan.reference()))
                .ifPresent(made -> getLog().warn("The image " + made.reference()
                        + ", which another execution of this module made, is replaced in " + output() + " by "
                        + plan.reference() + "."));
    }

    private Optional<BuildOutcome> lastMade() {
        return project.getContextValue(MADE) instanceof BuildOutcome made ? Optional.of(made) : Optional.empty();
    }
}
