package dev.layered.report;

import dev.layered.outcome.ProposedLayer;
import dev.layered.outcome.Suggestion;
import dev.layered.outcome.Way;
import dev.layered.outcome.WayCost;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Suggestions for tests. */
final class SampleSuggestion {

    private SampleSuggestion() {}

    /** Returns one whose proposal moves so many bytes, where automatic moves 3 MB and the configuration 6 MB. */
    static Suggestion moving(long bytes, int releases) {
        Map<Way, WayCost> costs = new EnumMap<>(Way.class);
        costs.put(Way.NOW, new WayCost(3, 2_000_000, 2_000_000, 2_000_000, 5_000));
        costs.put(Way.JIB, new WayCost(2, 9_000_000, 9_000_000, 12_345_678, 5_000));
        costs.put(Way.AUTOMATIC, new WayCost(20, 1_000_000, 1_000_000, 1_000_000, 5_000));
        costs.put(Way.PROPOSED, new WayCost(12, 0, 0, bytes, 5_000));
        costs.put(Way.IDEAL, new WayCost(0, 0, 0, 0, 5_000));
        return new Suggestion(
                releases,
                costs,
                List.of(
                        new ProposedLayer("org.a", List.of("org.a:*"), List.of("*:*:*-SNAPSHOT"), 1, 1_234_567, 3),
                        new ProposedLayer("others", List.of(), List.of(), 12, 50_000, 0)),
                List.of("A warning."));
    }
}
