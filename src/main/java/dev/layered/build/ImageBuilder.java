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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the images of plans, the variants of one module, into an image layout. */
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
     * @param output the folder for the images and what is told about them, usually {@code target/layered}
     */
    public ImageBuilder(Path project, Path output, BaseImages bases, Store store, BuildLog log) {
        this.project = project;
        this.output = output;
        this.bases = bases;
        this.store = store;
        this.log = log;
    }

    /** Bases, layers, images, indexes, layout, plan.json: the recipe of every build. */
    public List<BuildOutcome> build(List<ImagePlan> wanted) {
        return store.files().healing(() -> make(wanted));
    }

    private List<BuildOutcome> make(List<ImagePlan> wanted) {
        List<BasedPlan> plans = wanted.stream()
                .map(plan -> BasedPlan.of(plan, bases, store, log))
                .toList();
        Map<BasedPlan, Map<Platform, BaseImage>> basesOf = new CompressedBase(store).of(plans);
        ImageLayout layout = ImageLayout.in(output.resolve("image"));
        RoomCheck room = new RoomCheck(
                store,
                layout,
                basesOf.values().stream().flatMap(all -> all.values().stream()).toList());
        List<MadeLayer> layers = new LayerMaker(store, log).storeEachOnce(BasedPlan.layers(plans), room);
        Map<BasedPlan, AssembledImage> images = new LinkedHashMap<>();
        basesOf.forEach((based, own) -> images.put(based, AssembledImage.of(based.plan(), own, layers)));
        Map<String, AssembledImage> named = new LinkedHashMap<>();
        images.forEach((based, image) -> named.put(based.plan().reference(), image));
        boolean changed = new LayoutDelivery(layout, store).deliver(named);
        AtomicFile.collectLeftovers(output);
        List<BuildOutcome> outcomes = new ArrayList<>();
        images.forEach((based, image) -> {
            KeyedPlan keyed = KeyedPlan.of(based, layers);
            keyed.movedBase(output, PlanRecord.OF_IMAGE, Optional.empty()).ifPresent(log::note);
            keyed.record(project, output, PlanRecord.OF_IMAGE);
            outcomes.add(new BuildOutcome(
                    image.outcome(based.plan(), based.plan().identity().names()),
                    layout.folder(),
                    emptyEverywhere(based.plan()),
                    !changed));
        });
        return outcomes;
    }

    private static List<String> emptyEverywhere(ImagePlan plan) {
        return plan.platforms().get(0).empty().stream()
                .filter(name -> plan.platforms().stream()
                        .allMatch(platform -> platform.empty().contains(name)))
                .toList();
    }
}
