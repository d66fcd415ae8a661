package dev.layered.maven;

import dev.layered.base.BaseImages;
import dev.layered.build.FormerImage;
import dev.layered.build.FormerResult;
import dev.layered.build.ImageBuilder;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.image.Digest;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.DepLayerParameters;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.plan.ImagePlan;
import dev.layered.report.LayerTable;
import dev.layered.report.OutcomeFiles;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.artifact.Artifact;

/**
 * What the goals share that need the image itself: it is as this run made it, as an earlier run made it where that is
 * still true, or is made now.
 */
abstract class ImageMojo extends LayeredMojo {

    /** Where a module remembers during a run which image it made. */
    private static final String MADE = "dev.layered.made";

    /** Where a module keeps what the push that follows needs. */
    private static final String HANDED_OVER = "dev.layered.handedOver";

    private Store store;

    /**
     * Returns what gives the image: as it is ready, or a plan to carry out, of which mistakes are noted; empty where the
     * module has no image.
     */
    final Optional<Supplier<ReadyImage>> image(Mistakes mistakes) {
        Optional<ReadyImage> ready = ready(mistakes, false);
        return ready.isPresent()
                ? Optional.of(ready::get)
                : resolvedPlan(mistakes).map(plan -> () -> make(plan).image());
    }

    /**
     * Returns the image that this run made, or an earlier one where it is still true; none where there are mistakes, which
     * are told before anything is looked at.
     *
     * @param asking whether a registry is asked what the base image's tag stands for now
     */
    final Optional<ReadyImage> ready(Mistakes mistakes, boolean asking) {
        if (!mistakes.isEmpty()) {
            return Optional.empty();
        }
        return lastMade()
                .filter(image -> image.reference().equals(names().get(0)))
                .or(() -> FormerImage.in(output())
                        .filter(former -> isStillTrue(former, List.of(), readStore(buildLog()), asking))
                        .map(FormerImage::image));
    }

    private List<String> names() {
        return to.references(project.getArtifactId(), project.getVersion());
    }

    /** Whether a run may find that nothing changed: what decides its image is all recorded, and believed. */
    final boolean mayBeSame(Mistakes mistakes) {
        return mistakes.isEmpty()
                && isTrusting()
                && !container.isOfNow()
                && !imageInfo.isOfNow()
                && !DepLayerParameters.followTheTree(depLayers); // which is nowhere recorded
    }

    /**
     * Whether what an earlier run left is what this one would make; says so.
     *
     * @param resolved the class path; nothing for a goal alone, for which Maven cannot resolve modules that an earlier
     *     run packaged and did not install
     * @param asking whether a registry is asked what the base image's tag stands for now
     */
    final boolean isStillTrue(FormerResult former, Collection<Artifact> resolved, Store store, boolean asking) {
        Mistakes doubts = new Mistakes();
        Reading reading = new Reading(doubts, locations());
        to.reference(project.getArtifactId(), project.getVersion(), reading.at("to"));
        BaseImages bases = bases(store, buildLog());
        PlanInput input = new PlanInput(this, reading, false);
        Map<String, Digest> grounds = input.grounds(contents(resolved, doubts::add), bases);
        Optional<String> changed = first(doubts)
                .or(() -> former.changed(names(), project.getBasedir().toPath(), grounds, store.files()));
        if (changed.isEmpty() && asking) {
            Optional<Digest> base = input.base(bases::digestAsked);
            changed = first(doubts).or(() -> base.flatMap(former::changed));
        }
        store.files().save();
        getLog().info(former.shown() + " is "
                + changed.map(why -> "not true any more: " + why + ".").orElse("still true."));
        return changed.isEmpty();
    }

    /** Returns the first doubt in words; planning notes it again, and what else is wrong. */
    private static Optional<String> first(Mistakes doubts) {
        return doubts.all().stream().findFirst().map(doubt -> doubt.what().replaceFirst("\\.$", ""));
    }

    /** Returns the plan of what the project has now; resolves its dependencies, where that fails after all mistakes. */
    final Optional<ImagePlan> resolvedPlan(Mistakes mistakes) {
        try {
            return plan(contents(dependencies.artifacts(project, session), mistakes::add), mistakes);
        } catch (LayeredFailure failure) {
            mistakes.throwIfAny();
            throw failure;
        }
    }

    final Optional<ImagePlan> plan(ProjectContents contents, Mistakes mistakes) {
        return new PlanInput(this, new Reading(mistakes, locations()), false).plan(contents);
    }

    /** Leaves a plan, or a push that is still true, to the push that follows in this run. */
    final void handOver(Object planOrPush) {
        project.setContextValue(HANDED_OVER, planOrPush);
    }

    /** Returns what was left to the push, where it is of that kind. */
    final <T> Optional<T> handedOver(Class<T> kind) {
        return Optional.ofNullable(project.getContextValue(HANDED_OVER))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Returns the store to write to: where the user's folder cannot be written to, the project's own. */
    final Store store(BuildLog log) {
        if (store == null) {
            store = openStore(output(), log);
        }
        return store;
    }

    /** Makes the image into the layout, and tells about it. */
    final BuildOutcome make(ImagePlan plan) {
        long start = System.nanoTime();
        PlanWarnings.tell(plan, this);
        warnOfReplaced(plan);
        BuildLog log = buildLog();
        Path basedir = project.getBasedir().toPath();
        BuildOutcome outcome = new ImageBuilder(basedir, output(), bases(store(log), log), store(log), log).build(plan);
        OutcomeFiles.write(outcome, output());
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        LayerTable.lines(outcome, time, basedir).forEach(getLog()::info);
        isReady(outcome.image());
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

    /** Tells the goals that follow in this run that the image is in its layout. */
    final void isReady(ReadyImage image) {
        project.setContextValue(MADE, image);
    }

    private Optional<ReadyImage> lastMade() {
        return project.getContextValue(MADE) instanceof ReadyImage made ? Optional.of(made) : Optional.empty();
    }
}
