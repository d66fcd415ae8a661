package dev.layered.plan;

import dev.layered.plan.LayeringChoice.Strategy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the standard layers are: each in its place, or all in two, one of libraries and one of the application. */
final class StandardPlaces {

    private static final String APPLICATION = "application";

    private static final Map<String, String> TWO = Map.of(
            StandardLayer.NATIVES.layerName(), StandardLayer.DEPENDENCIES.layerName(),
            StandardLayer.SNAPSHOTS.layerName(), StandardLayer.DEPENDENCIES.layerName(),
            StandardLayer.MODULES.layerName(), APPLICATION,
            StandardLayer.RESOURCES.layerName(), APPLICATION,
            StandardLayer.CLASSES.layerName(), APPLICATION,
            StandardLayer.START.layerName(), APPLICATION);

    private final Strategy strategy;
    private final Set<String> written;

    /** The places beside the layers of these rules, which keep theirs. */
    StandardPlaces(Strategy strategy, List<LayerRule> rules) {
        this.strategy = strategy;
        this.written = new HashSet<>(rules.stream().map(LayerRule::name).toList());
    }

    /** Returns the layer that has what is meant for the one of that name. */
    String of(String layer) {
        return strategy == Strategy.TWO && !written.contains(layer) ? TWO.getOrDefault(layer, layer) : layer;
    }
}
