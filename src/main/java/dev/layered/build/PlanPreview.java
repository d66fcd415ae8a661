package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.base.BaseImages;
import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.layer.KeyedLayer;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerPreview;
import dev.layered.outcome.PlatformPreview;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import dev.layered.record.PlanChanges;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells what a build of a plan would do, without doing it. */
public final class PlanPreview {

    private final Path project;
    private final BaseImages bases;
    private final Store store;
    private final BuildLog log;

    /** Looks at nothing yet; {@code project} is the folder that relative paths start from. */
    public PlanPreview(Path project, BaseImages bases, Store store, BuildLog log) {
        this.project = project;
        this.bases = bases;
        this.store = store;
        this.log = log;
    }

    /**
     * Keys every layer, asks who has it, and writes nothing but {@code plan.json} into {@code output}.
     *
     * @param leftOut what an image needs and the plan has not got
     */
    public PreviewedPlan of(ImagePlan plan, List<String> leftOut, Path output) {
        KeyedPlan keyed = KeyedPlan.of(BasedPlan.of(plan, bases, store, log), store.files());
        KnownLayers known = new KnownLayers(store);
        List<PlatformPreview> previews = new ArrayList<>();
        for (PlatformPlan platform : keyed.plan().platforms()) {
            List<Descriptor> base = keyed.bases().get(platform.platform()).descriptors();
            List<LayerPreview> layers = platform.layers().stream()
                    .map(layer -> preview(layer, keyed.layers().get(layer), known))
                    .toList();
            previews.add(new PlatformPreview(platform.platform(), base, layers));
        }
        keyed.record(leftOut, project, output);
        return new PreviewedPlan(keyed.plan(), previews);
    }

    /** Returns the plan in as few layers as its base leaves to it, as far as this machine knows the base. */
    public ImagePlan onBaseAtHand(ImagePlan plan) {
        return bases.atHand(plan.base(), plan.platformList())
                .map(known -> onBase(plan, known).above(LayerLimit.deepest(known)))
                .orElse(plan);
    }

    /** What is in layers of the base is not looked for elsewhere than on this machine. */
    private ImagePlan onBase(ImagePlan plan, Map<Platform, BaseImage> known) {
        try {
            return plan.of(BasedContents.of(plan, known, store, log));
        } catch (LayeredFailure failure) {
            if (!failure.problems().get(0).id().equals("base-offline")) {
                throw failure;
            }
            return plan;
        }
    }

    /** Returns lines that tell which layers changed since the image in {@code output} was made; writes nothing. */
    public List<String> changes(ImagePlan plan, List<String> leftOut, Path output) {
        KeyedPlan keyed = KeyedPlan.of(BasedPlan.ofContents(plan, bases, store, log), store.files());
        return PlanChanges.since(plan.identity().folder(output), Json.pretty(keyed.json(leftOut, project)));
    }

    /**
     * What a build would make of a plan.
     *
     * @param plan as it is on its base images
     * @param platforms one for each platform of the plan, in its order
     */
    public record PreviewedPlan(ImagePlan plan, List<PlatformPreview> platforms) {}

    private static LayerPreview preview(PlannedLayer planned, KeyedLayer keyed, KnownLayers known) {
        return new LayerPreview(
                planned.name(),
                keyed.key().digest().text(),
                keyed.files(),
                keyed.contentSize(),
                keyed.compression().word(),
                known.find(keyed).filter(known::isStored).isPresent());
    }
}
