package dev.layered.outcome;

import java.util.List;
import java.util.Map;

/**
 * Which {@code <depLayers>} a project would best have, and what its history would have cost with and without them.
 *
 * @param releases of the history; 0 where there was none to replay
 * @param costs of each way
 * @param layers lowest first; the last one is the catch-all
 * @param warnings what spoils every way or some, as sentences
 */
public record Suggestion(int releases, Map<Way, WayCost> costs, List<ProposedLayer> layers, List<String> warnings) {

    /** Below this gain nobody should write {@code <depLayers>}. */
    public static final double LEAST_GAIN = 0.05;

    /** Returns how much less moves with the proposal than with the automatic layering, as a part of 1. */
    public double gain() {
        return costs.get(Way.PROPOSED).gainOver(costs.get(Way.AUTOMATIC));
    }

    /** Returns how much less moves with the automatic layering than as the project is configured, as a part of 1. */
    public double gainOfAutomatic() {
        return costs.get(Way.AUTOMATIC).gainOver(costs.get(Way.NOW));
    }

    /** Whether the history shows too little gain. */
    public boolean isAutomaticBest() {
        return releases > 0 && gain() < LEAST_GAIN;
    }
}
