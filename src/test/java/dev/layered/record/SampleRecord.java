package dev.layered.record;

import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerKeys;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.plan.SamplePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records plans of tests as a build does. */
final class SampleRecord {

    private SampleRecord() {}

    static JsonObject json(SamplePlan sample, Path project) {
        return json(sample.plan(), project);
    }

    static JsonObject json(ImagePlan plan, Path project) {
        Map<PlannedLayer, KeyedLayer> layers = new LinkedHashMap<>();
        plan.platforms().stream()
                .flatMap(platform -> platform.layers().stream())
                .forEach(layer -> layers.put(layer, LayerKeys.key(layer.entries(), layer.compression())));
        return PlanRecord.json(plan, layers, List.of(), project);
    }

    /** Writes the record to a file and reads it back. */
    static RecordedPlan read(SamplePlan sample, Path project) {
        try {
            Path file = Files.write(project.resolve("image.plan.json"), Json.pretty(json(sample, project)));
            return RecordedPlan.read(file, project);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
