package dev.layered.maven.parameters;

import dev.layered.failure.FailureAssert;
import dev.layered.plan.LayerRule;
import java.util.List;
import java.util.Set;

/** Reads depLayers as a goal does, and keeps what was noted. */
final class DepLayerProbe {

    private final ReadingProbe probe = new ReadingProbe();

    /** Returns a layer of that name with these patterns, or without any. */
    static DepLayerParameters named(String name, String... includes) {
        DepLayerParameters layer = new DepLayerParameters();
        layer.name = name;
        layer.includes = includes.length == 0 ? null : List.of(includes);
        return layer;
    }

    /** Returns a layer in the short form. */
    static DepLayerParameters shortly(String text) {
        DepLayerParameters layer = new DepLayerParameters();
        layer.set(text);
        return layer;
    }

    List<LayerRule> rules(DepLayerParameters... layers) {
        return DepLayerParameters.rules(
                layers.length == 0 ? null : List.of(layers), Set.of("extra-files"), probe.at("depLayers"));
    }

    /** Returns the rule of a layer in which nothing is wrong. */
    LayerRule rule(DepLayerParameters layer) {
        LayerRule rule = rules(layer).get(0);
        assertNoMistake();
        return rule;
    }

    FailureAssert mistakes(DepLayerParameters... layers) {
        rules(layers);
        return probe.assertMistakes();
    }

    FailureAssert assertMistakes() {
        return probe.assertMistakes();
    }

    void assertNoMistake() {
        probe.assertNoMistake();
    }
}
