package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.base.BaseImages;
import dev.layered.image.Platform;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.plan.ImagePlan;
import dev.layered.record.PlanRecord;
import dev.layered.store.AtomicFile;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes the images of a plan into an image layout. */
public final class ImageBuilder {

    private final Path project;
    private final Path output;
    private final BaseImages bases;
    private final Store store;
    private final BuildLog log;

    /**
     * Makes nothing yet.
     *
     * @param project the folder that relative paths start from
     * @param output the folder for the image and what is told about it, usually {@code target/layered}
     */
    public ImageBuilder(Path project, Path output, BaseImages bases, Store store, BuildLog log) {
        this.project = project;
        this.output = output;
        this.bases = bases;
        this.store = store;
        this.log = log;
    }

    /** Base, layers, images, index, layout, plan.json: the recipe of every build. */
    public BuildOutcome build(ImagePlan wanted) {
        return store.files().healing(() -> make(wanted));
    }

    private BuildOutcome make(ImagePlan wanted) {
        BasedPlan based = BasedPlan.of(wanted, bases, store, log);
        ImagePlan plan = based.plan();
        Map<Platform, BaseImage> compressed = new CompressedBase(store).of(based.bases());
        RoomCheck room = new RoomCheck(store, ImageLayout.in(output.resolve("image")), compressed.values());
        List<MadeLayer> layers = new LayerMaker(store, log).storeEachOnce(based, room);
        AssembledImage image = AssembledImage.of(plan, compressed, layers);
        ImageLayout layout = ImageLayout.in(output.resolve("image"));
        boolean changed = new LayoutDelivery(layout, store).deliver(image.images(), image.target(), plan.reference());
        AtomicFile.collectLeftovers(output);
        KeyedPlan.of(based, layers).record(project, output, PlanRecord.OF_IMAGE);
        return new BuildOutcome(
                plan.reference(),
                plan.base().from(),
                image.target().descriptor(),
                image.outcomes(),
                layout.folder(),
                emptyEverywhere(plan),
                !changed);
    }

    private static List<String> emptyEverywhere(ImagePlan plan) {
        return plan.platforms().get(0).empty().stream()
                .filter(name -> plan.platforms().stream()
                        .allMatch(platform -> platform.empty().contains(name)))
                .toList();
    }
}
