package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerKeys;
import dev.layered.layer.SideBySide;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.record.PlanRecord;
import dev.layered.store.AtomicFile;
import dev.layered.store.KnownFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan on its bases of which every layer has its key: the digests of all inputs are known.
 *
 * @param layers in the order of the plan and by equality, so that a layer that platforms share is in it once
 */
public record KeyedPlan(ImagePlan plan, Map<Platform, BaseImage> bases, Map<PlannedLayer, KeyedLayer> layers) {

    /** Reads the inputs of all layers that the store does not know, several layers side by side. */
    static KeyedPlan of(BasedPlan based, KnownFiles known) {
        List<PlannedLayer> planned = based.layers();
        List<KeyedLayer> keyed =
                SideBySide.each(planned, layer -> LayerKeys.key(layer.entries(), layer.compression(), known));
        known.save();
        Map<PlannedLayer, KeyedLayer> layers = new LinkedHashMap<>();
        for (int i = 0; i < planned.size(); i++) {
            layers.put(planned.get(i), keyed.get(i));
        }
        return new KeyedPlan(based.plan(), based.bases(), layers);
    }

    /** Returns the plan of which all layers were made. */
    static KeyedPlan of(BasedPlan based, List<MadeLayer> made) {
        Map<PlannedLayer, KeyedLayer> layers = new LinkedHashMap<>();
        made.forEach(layer -> layers.put(layer.planned(), layer.keyed()));
        return new KeyedPlan(based.plan(), based.bases(), layers);
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
}
