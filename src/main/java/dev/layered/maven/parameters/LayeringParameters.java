package dev.layered.maven.parameters;

import dev.layered.maven.configuration.Reading;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.List;
import java.util.Set;

/** The element {@code <layering>}: how artifacts are divided that no {@code <depLayer>} takes. */
public final class LayeringParameters {

    private static final List<String> STRATEGIES = List.of("auto", "two", "perArtifact");

    /**
     * How they are divided: {@code auto}, by groupId, the biggest alone; {@code two}, one layer of libraries and one of the
     * application; {@code perArtifact}, a layer each. By default the first. Example: {@code perArtifact}.
     */
    String strategy;

    /** The layers of dependencies at most, 1 to 127. By default 24, and 127 with {@code perArtifact}. Example: {@code 12}. */
    Integer maxLayers;

    /** The layers of modules at most, 1 to 127. By default 4. Example: {@code 1}. */
    Integer maxModuleLayers;

    /**
     * Returns the choice; notes every mistake in it.
     *
     * @param ownGroupIds of the modules of the source tree
     */
    public LayeringChoice choice(LimitsParameters limits, Set<String> ownGroupIds, Reading layering, Reading limited) {
        LayeringChoice usual = LayeringChoice.DEFAULT;
        String word = strategy == null
                ? STRATEGIES.get(0)
                : Words.read("strategy", strategy, STRATEGIES, layering.at("strategy"));
        Strategy chosen = Strategy.values()[STRATEGIES.indexOf(word)];
        int most = chosen == Strategy.PER_ARTIFACT ? LayeringChoice.MOST_LAYERS : usual.maxLayers();
        return new LayeringChoice(
                chosen,
                LayerCount.read(maxLayers, most, layering.at("maxLayers")),
                LayerCount.read(maxModuleLayers, usual.maxModuleLayers(), layering.at("maxModuleLayers")),
                LayerCount.read(limits.imageLayers, usual.imageLayers(), limited.at("imageLayers")),
                LayerCount.read(limits.imageLayersWarn, usual.imageLayersWarn(), limited.at("imageLayersWarn")),
                ownGroupIds);
    }
}
