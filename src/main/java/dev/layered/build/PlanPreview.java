package dev.layered.build;

import dev.layered.base.BaseDigest;
import dev.layered.base.BaseImages;
import dev.layered.image.Descriptor;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.KeyedLayer;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerPreview;
import dev.layered.outcome.PlatformPreview;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.PlatformPlan;
import dev.layered.record.PlanChanges;
import dev.layered.record.PlanRecord;
import dev.layered.store.AtomicFile;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    public List<PlatformPreview> of(ImagePlan plan, List<String> leftOut, Path output) {
        KeyedPlan keyed = KeyedPlan.of(plan, bases, store, log);
        KnownLayers known = new KnownLayers(store);
        List<PlatformPreview> previews = new ArrayList<>();
        for (PlatformPlan platform : keyed.plan().platforms()) {
            List<Descriptor> base = keyed.bases().get(platform.platform()).descriptors();
            List<LayerPreview> layers = platform.layers().stream()
                    .map(layer -> preview(layer, keyed.layers().get(layer), known))
                    .toList();
            previews.add(new PlatformPreview(platform.platform(), base, layers));
        }
        JsonObject record = PlanRecord.json(keyed.plan(), keyed.layers(), leftOut, project);
        AtomicFile.writeIfChanged(output.resolve(PlanRecord.OF_PLAN), out -> Json.writePretty(record, out));
        return previews;
    }

    /**
     * Returns the plan in as few layers as its base leaves to it, where that is on this machine; else as if the base had
     * none.
     */
    public ImagePlan onBaseAtHand(ImagePlan plan) {
        return BaseDigest.isAtHand(plan.base(), project)
                ? plan.above(LayerLimit.deepest(bases.resolve(plan.base(), plan.platformList())))
                : plan;
    }

    /** Returns lines that tell which layers changed since the image in {@code output} was made; writes nothing. */
    public List<String> changes(ImagePlan plan, List<String> leftOut, Path output) {
        KeyedPlan keyed = KeyedPlan.ofContents(plan, bases, store, log);
        JsonObject record = PlanRecord.json(keyed.plan(), keyed.layers(), leftOut, project);
        return PlanChanges.since(output, Json.pretty(record));
    }

    private static LayerPreview preview(PlannedLayer planned, KeyedLayer keyed, KnownLayers known) {
        return new LayerPreview(
                planned.name(),
                keyed.key().digest().text(),
                keyed.files(),
                keyed.contentSize(),
                known.find(keyed).isPresent());
    }
}
