package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.base.BaseOrigin;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerKeys;
import dev.layered.layer.SideBySide;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.record.PlanRecord;
import dev.layered.record.StillTrue;
import dev.layered.store.AtomicFile;
import dev.layered.store.KnownFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan on its bases of which every layer has its key: the digests of all inputs are known.
 *
 * @param layers in the order of the plan and by equality, so that a layer that platforms share is in it once
 */
public record KeyedPlan(ImagePlan plan, Map<Platform, BaseImage> bases, Map<PlannedLayer, KeyedLayer> layers) {

    /** Reads the inputs of all layers whose files are not known, several layers side by side. */
    static KeyedPlan of(BasedPlan based, KnownFiles known) {
        return of(based, keys(based.layers(), known));
    }

    /** Returns the plan of which all layers were made, maybe with others. */
    static KeyedPlan of(BasedPlan based, List<MadeLayer> made) {
        Map<PlannedLayer, KeyedLayer> layers = new HashMap<>();
        made.forEach(layer -> layers.put(layer.planned(), layer.keyed()));
        return of(based, layers);
    }

    /** Returns the plan of which all layers are among those that are known. */
    static KeyedPlan of(BasedPlan based, Map<PlannedLayer, KeyedLayer> known) {
        Map<PlannedLayer, KeyedLayer> layers = new LinkedHashMap<>();
        based.layers().forEach(layer -> layers.put(layer, known.get(layer)));
        return new KeyedPlan(based.plan(), based.bases(), layers);
    }

    /** Returns the keys of layers, in their order. */
    static Map<PlannedLayer, KeyedLayer> keys(List<PlannedLayer> planned, KnownFiles known) {
        List<KeyedLayer> keyed =
                SideBySide.each(planned, layer -> LayerKeys.key(layer.entries(), layer.compression(), known));
        known.save();
        Map<PlannedLayer, KeyedLayer> layers = new LinkedHashMap<>();
        for (int i = 0; i < planned.size(); i++) {
            layers.put(planned.get(i), keyed.get(i));
        }
        return layers;
    }

    /** Returns what {@code plan.json} says; {@code leftOut} is what an image needs and the plan has not got. */
    JsonObject json(List<String> leftOut, Path project) {
        return PlanRecord.json(plan, layers, leftOut, project);
    }

    /** Writes {@code plan.json} into the folder of the variant. */
    void record(List<String> leftOut, Path project, Path output) {
        JsonObject record = json(leftOut, project);
        Path folder = plan.identity().folder(output);
        AtomicFile.writeIfChanged(folder.resolve(PlanRecord.OF_PLAN), out -> Json.writePretty(record, out));
    }

    /** Returns the name of the base image, where it is one of a registry. */
    Optional<String> baseName() {
        return origin().map(BaseOrigin::name);
    }

    private Optional<BaseOrigin> origin() {
        return BaseOrigin.of(bases.values());
    }

    /**
     * Returns a sentence where the name of the base image stands for another one than it did when the image was made last,
     * as the record in {@code output} tells, or else somebody else.
     *
     * @param name of the record
     */
    public Optional<String> movedBase(Path output, String name, Optional<String> told) {
        Path record = plan.identity().folder(output).resolve(name);
        Optional<String> before =
                StillTrue.namedBase(record, plan.base().from()).or(() -> told);
        return origin().filter(now ->
                        before.filter(then -> !then.equals(now.digest().text())).isPresent())
                .map(now -> "The base image " + now.name() + " moved: it was " + before.get() + ", and is "
                        + now.digest() + " now.");
    }

    /**
     * Writes {@code plan.json}, and beside it the same as what an image is made of.
     *
     * @param name {@link PlanRecord#OF_IMAGE} for the image in the layout, {@link PlanRecord#OF_PUSH} for one that was
     *     published without: what tells of a layout stays as it is then
     */
    public void record(Path project, Path output, String name) {
        record(List.of(), project, output);
        Path folder = plan.identity().folder(output);
        Path planned = folder.resolve(PlanRecord.OF_PLAN);
        AtomicFile.writeIfChanged(folder.resolve(name), out -> Files.copy(planned, out));
    }
}
