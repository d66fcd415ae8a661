package dev.layered.maven;

import dev.layered.build.FormerImage;
import dev.layered.build.FormerPush;
import dev.layered.build.FormerResult;
import dev.layered.build.ImageBuilder;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.maven.configuration.Reading;
import dev.layered.maven.parameters.DepLayerParameters;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImagePlan;
import dev.layered.report.ImageFiles;
import dev.layered.report.LayerTable;
import dev.layered.report.VariantFolders;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.artifact.Artifact;

/**
 * What the goals share that need the images themselves: they are as this run made them, as an earlier run made it where that is
 * still true, or is made now.
 */
abstract class ImageMojo extends LayeredMojo {

    /** Where a module remembers during a run which images it made. */
    private static final String MADE = "dev.layered.made";

    private Store store;

    /**
     * Returns what gives the images: as they are ready, or plans to carry out, of which mistakes are noted; empty where the
     * module has no image.
     */
    final Optional<Supplier<List<ReadyImage>>> images(Mistakes mistakes) {
        List<ReadyImage> ready = ready(mistakes, false);
        if (!ready.isEmpty()) {
            return Optional.of(() -> ready);
        }
        List<ImagePlan> plans = resolvedPlans(mistakes);
        return plans.isEmpty() ? Optional.empty() : Optional.of(() -> make(plans));
    }

    /**
     * Returns the images that this run made, or earlier ones where they are still true; none where there are mistakes,
     * which are told before anything is looked at.
     *
     * @param asking whether a registry is asked what the base image's tag stands for now
     */
    final List<ReadyImage> ready(Mistakes mistakes, boolean asking) {
        if (!mistakes.isEmpty()) {
            return List.of();
        }
        List<String> wanted =
                identities().stream().map(ImageIdentity::reference).toList();
        List<ReadyImage> made = lastMade();
        if (made.stream().map(ReadyImage::reference).toList().equals(wanted)) {
            return made;
        }
        List<FormerImage> formers = FormerImage.in(output(), identities());
        return areStillTrue(formers, List.of(), readStore(buildLog()), asking)
                ? formers.stream().map(FormerImage::image).toList()
                : List.of();
    }

    /** Returns what the images of this module are called; none where what names them has a mistake, told elsewhere. */
    final List<ImageIdentity> identities() {
        return variantInputs().stream().map(VariantInput::identity).toList();
    }

    /** Returns what the last push published of each image; none where it did not publish all. */
    final List<FormerPush> formerPushes() {
        List<FormerPush> pushes = identities().stream()
                .flatMap(image -> FormerPush.in(image.folder(output())).stream())
                .toList();
        return pushes.size() == identities().size() ? pushes : List.of();
    }

    /** Returns what was told about each image; none where that has a mistake, told elsewhere. */
    final List<VariantInput> variantInputs() {
        Mistakes unheard = new Mistakes();
        List<VariantInput> inputs = VariantInput.all(this, new Reading(unheard, locations()));
        return unheard.isEmpty() ? inputs : List.of();
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
     * @param formers one for each image of the module; none where nothing was left
     * @param resolved the class path; nothing for a goal alone, for which Maven cannot resolve modules that an earlier
     *     run packaged and did not install
     * @param asking whether a registry is asked what the base image's tag stands for now
     */
    final boolean areStillTrue(
            List<? extends FormerResult> formers, Collection<Artifact> resolved, Store store, boolean asking) {
        return !formers.isEmpty() && new FormerCheck(this, resolved, store, asking).areStillTrue(formers);
    }

    /** Returns the plans of what the project has now; resolves its dependencies, where that fails after all mistakes. */
    final List<ImagePlan> resolvedPlans(Mistakes mistakes) {
        try {
            return plans(contents(dependencies.artifacts(project, session), mistakes::add), mistakes);
        } catch (LayeredFailure failure) {
            mistakes.throwIfAny();
            throw failure;
        }
    }

    /** Returns the plans, one for each image; none where the module has no image. */
    final List<ImagePlan> plans(ProjectContents contents, Mistakes mistakes) {
        return new PlanInput(this, new Reading(mistakes, locations()), false).plans(contents);
    }

    /** Returns the store to write to: where the user's folder cannot be written to, the project's own. */
    final Store store(BuildLog log) {
        if (store == null) {
            store = openStore(output(), log);
        }
        return store;
    }

    /** Makes the images into the layout, and tells about them. */
    final List<ReadyImage> make(List<ImagePlan> plans) {
        long start = System.nanoTime();
        PlanWarnings.tell(plans, this);
        warnOfReplaced(plans);
        BuildLog log = buildLog();
        Path basedir = project.getBasedir().toPath();
        List<BuildOutcome> outcomes =
                new ImageBuilder(basedir, output(), bases(store(log), log), store(log), log).build(plans);
        ImageFiles.writeBuilt(outcomes, output());
        VariantFolders.keep(VariantInput.furtherNames(this), output());
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        LayerTable.lines(outcomes, time, basedir).forEach(getLog()::info);
        List<ReadyImage> images = outcomes.stream().map(BuildOutcome::ready).toList();
        areReady(images);
        return images;
    }

    /** Two executions in one module write to the same place. */
    private void warnOfReplaced(List<ImagePlan> plans) {
        List<String> wanted = plans.stream().map(ImagePlan::reference).toList();
        lastMade().stream()
                .map(ReadyImage::reference)
                .filter(made -> !wanted.contains(made))
                .forEach(made -> getLog().warn("The image " + made
                        + ", which another execution of this module made, is replaced in " + output() + " by "
                        + String.join(", ", wanted) + "."));
    }

    /** Tells the goals that follow in this run that the images are in their layout. */
    final void areReady(List<ReadyImage> images) {
        project.setContextValue(MADE, images);
        ImagesOfRun ofRun = ImagesOfRun.of(session);
        identities()
                .forEach(identity -> images.stream()
                        .filter(image -> image.reference().equals(identity.reference()))
                        .forEach(image -> ofRun.add(identity, image)));
    }

    @SuppressWarnings("unchecked")
    private List<ReadyImage> lastMade() {
        return project.getContextValue(MADE) instanceof List<?> made ? (List<ReadyImage>) made : List.of();
    }
}
