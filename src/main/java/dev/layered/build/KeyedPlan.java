package dev.layered.build;

import dev.layered.base.BaseDigest;
import dev.layered.base.BaseImage;
import dev.layered.base.BaseImages;
import dev.layered.base.PlanOnBase;
import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerKeys;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.record.PlanRecord;
import dev.layered.record.StillTrue;
import dev.layered.store.AtomicFile;
import dev.layered.store.KnownFiles;
import dev.layered.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan on its bases of which every layer has its key: the digests of all inputs are known, and no layer was written.
 *
 * @param layers in the order of the plan and by equality, so that a layer that platforms share is in it once
 */
public record KeyedPlan(ImagePlan plan, Map<Platform, BaseImage> bases, Map<PlannedLayer, KeyedLayer> layers) {

    /**
     * Finds the bases, puts the layers on them, and reads the inputs of all layers that the store does not know,
     * several layers side by side.
     */
    public static KeyedPlan of(ImagePlan planned, BaseImages known, Store store, BuildLog log) {
        Map<Platform, BaseImage> bases = known.resolve(planned.base(), planned.platformList());
        ImagePlan fitting = LayerLimit.fit(planned, bases, log);
        Map<String, Digest> grounds = new TreeMap<>(fitting.notes().grounds());
        grounds.put(StillTrue.BASE, BaseDigest.of(bases));
        return of(PlanOnBase.put(fitting.on(grounds), bases, store, log), bases, store.files());
    }

    /** Does the same without looking for bases that no layer depends on. */
    static KeyedPlan ofContents(ImagePlan planned, BaseImages known, Store store, BuildLog log) {
        Map<Platform, BaseImage> bases =
                PlanOnBase.isNeeded(planned) ? known.resolve(planned.base(), planned.platformList()) : Map.of();
        return of(PlanOnBase.put(planned, bases, store, log), bases, store.files());
    }

    private static KeyedPlan of(ImagePlan plan, Map<Platform, BaseImage> bases, KnownFiles known) {
        List<PlannedLayer> distinct = plan.platforms().stream()
                .flatMap(platform -> platform.layers().stream())
                .distinct()
                .toList();
        List<KeyedLayer> keyed =
                SideBySide.each(distinct, layer -> LayerKeys.key(layer.entries(), layer.compression(), known));
        known.save();
        Map<PlannedLayer, KeyedLayer> layers = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            layers.put(distinct.get(i), keyed.get(i));
        }
        return new KeyedPlan(plan, bases, layers);
    }

    /** Returns what {@code plan.json} says; {@code leftOut} is what an image needs and the plan has not got. */
    JsonObject json(List<String> leftOut, Path project) {
        return PlanRecord.json(plan, layers, leftOut, project);
    }

    /** Writes {@code plan.json}. */
    void record(List<String> leftOut, Path project, Path output) {
        JsonObject record = json(leftOut, project);
        AtomicFile.writeIfChanged(output.resolve(PlanRecord.OF_PLAN), out -> Json.writePretty(record, out));
    }

    /**
     * Writes {@code plan.json}, and beside it the same as what an image is made of.
     *
     * @param name {@link PlanRecord#OF_IMAGE} for the image in the layout, {@link PlanRecord#OF_PUSH} for one that was
     *     published without: what tells of a layout stays as it is then
     */
    public void record(Path project, Path output, String name) {
        record(List.of(), project, output);
        Path planned = output.resolve(PlanRecord.OF_PLAN);
        AtomicFile.writeIfChanged(output.resolve(name), out -> Files.copy(planned, out));
    }

    /** Returns the layers in the order of the plan, each once. */
    List<PlannedLayer> planned() {
        return List.copyOf(layers.keySet());
    }
}
