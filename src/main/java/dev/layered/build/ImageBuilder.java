package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.image.Blob;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageCheck;
import dev.layered.image.Index;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.SideBySide;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import dev.layered.record.PlanRecord;
import dev.layered.store.AtomicFile;
import dev.layered.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the images of a plan into an image layout. */
public final class ImageBuilder {

    private final Path project;
    private final Path output;
    private final Store store;
    private final BuildLog log;

    /**
     * Makes nothing yet.
     *
     * @param project the folder that relative paths start from
     * @param output the folder for the image and what is told about it, usually {@code target/layered}
     */
    public ImageBuilder(Path project, Path output, Store store, BuildLog log) {
        this.project = project;
        this.output = output;
        this.store = store;
        this.log = log;
    }

    /** Base, layers, images, index, layout, plan.json: the recipe of every build. */
    public BuildOutcome build(ImagePlan wanted) {
        KeyedPlan keyed = KeyedPlan.of(wanted, project, store, log);
        ImagePlan plan = keyed.plan();
        CompressedBase compressed = new CompressedBase(store);
        Map<Platform, BaseImage> bases = compressed.of(keyed.bases());
        LayerMaker maker = new LayerMaker(store, log);
        Map<PlannedLayer, MadeLayer> layers = makeEachOnce(keyed, maker);
        ImageAssembler assembler = new ImageAssembler(plan);
        Map<PlatformPlan, Image> images = new LinkedHashMap<>();
        for (PlatformPlan platform : plan.platforms()) {
            BaseImage base = bases.get(platform.platform());
            images.put(platform, assembler.image(base, of(platform, layers)));
        }
        List<Image> inOrder = List.copyOf(images.values());
        Document<Index> index = assembler.index(inOrder);
        ImageCheck check = new ImageCheck().index(index.value(), inOrder);
        inOrder.forEach(check::image);
        check.throwIfAny();
        Blob target = plan.isIndex() ? index : inOrder.get(0).manifest();
        ImageLayout layout = ImageLayout.in(output.resolve("image"));
        boolean changed = new LayoutDelivery(layout, store, maker, compressed)
                .deliver(layers.values(), inOrder, target, plan.reference());
        AtomicFile.collectLeftovers(output);
        Path planned = output.resolve(PlanRecord.OF_PLAN);
        JsonObject record = PlanRecord.json(plan, keyed.layers(), List.of(), project);
        AtomicFile.writeIfChanged(planned, out -> Json.writePretty(record, out));
        AtomicFile.writeIfChanged(output.resolve(PlanRecord.OF_IMAGE), out -> Files.copy(planned, out));
        List<PlatformOutcome> platforms = new ArrayList<>();
        images.forEach((platform, image) -> platforms.add(outcome(image, bases, of(platform, layers), platform)));
        return new BuildOutcome(
                plan.reference(),
                plan.base().from(),
                target.descriptor(),
                platforms,
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

    /** Layers that platforms share are equal, and made once. */
    private static Map<PlannedLayer, MadeLayer> makeEachOnce(KeyedPlan keyed, LayerMaker maker) {
        Map<PlannedLayer, MadeLayer> layers = new HashMap<>();
        SideBySide.each(
                        keyed.planned(),
                        layer -> maker.make(layer, keyed.layers().get(layer)))
                .forEach(made -> layers.put(made.planned(), made));
        return layers;
    }

    private static List<MadeLayer> of(PlatformPlan platform, Map<PlannedLayer, MadeLayer> layers) {
        return platform.layers().stream().map(layers::get).toList();
    }

    private static PlatformOutcome outcome(
            Image image, Map<Platform, BaseImage> bases, List<MadeLayer> layers, PlatformPlan platform) {
        return new PlatformOutcome(
                image.platform(),
                image.manifest().descriptor(),
                image.config().digest(),
                bases.get(platform.platform()).descriptors(),
                layers.stream().map(MadeLayer::outcome).toList());
    }
}
