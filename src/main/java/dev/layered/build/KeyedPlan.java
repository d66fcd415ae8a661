package dev.layered.build;

import dev.layered.layer.Compression;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerKeys;
import dev.layered.layer.SideBySide;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan of which every layer has its key: all inputs were read and hashed, and nothing was written.
 *
 * @param layers in the order of the plan and by equality, so that a layer that platforms share is in it once
 */
record KeyedPlan(ImagePlan plan, Map<PlannedLayer, KeyedLayer> layers) {

    /** Reads the inputs of all layers, several layers side by side. */
    static KeyedPlan of(ImagePlan plan) {
        List<PlannedLayer> planned = plan.platforms().stream()
                .flatMap(platform -> platform.layers().stream())
                .distinct()
                .toList();
        List<KeyedLayer> keyed = SideBySide.each(planned, layer -> LayerKeys.key(layer.entries(), Compression.GZIP));
        Map<PlannedLayer, KeyedLayer> layers = new LinkedHashMap<>();
        for (int i = 0; i < planned.size(); i++) {
            layers.put(planned.get(i), keyed.get(i));
        }
        return new KeyedPlan(plan, layers);
    }

    /** Returns the layers in the order of the plan, each once. */
    List<PlannedLayer> planned() {
        return List.copyOf(layers.keySet());
    }
}
