package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;

/** The element {@code <suggest>}: what the goal {@code suggest} goes by. */
public final class SuggestParameters {

    private static final int USUAL_HISTORY = 20;
    private static final int MOST_HISTORY = 500;
    private static final int USUAL_LAYERS = 12;

    /** How many of the last commits that touch a pom are replayed, 0 to 500. By default 20; 0 needs no git. Example: {@code 50}. */
    Integer history;

    /** The proposed layers at most, 1 to 127. By default 12, which people can still read. Example: {@code 8}. */
    Integer layers;

    /** Returns how many commits; notes {@code suggest-history}. */
    public int history(Reading suggest) {
        if (history == null) {
            return USUAL_HISTORY;
        }
        if (history < 0 || history > MOST_HISTORY) {
            suggest.at("history")
                    .mistake(
                            "suggest-history",
                            Shown.quoted(history) + " is not a number of commits that can be replayed.",
                            "write a number from 0 to " + MOST_HISTORY);
            return 0;
        }
        return history;
    }

    /** Returns how many layers; notes {@code layers-range}. */
    public int layers(Reading suggest) {
        return LayerCount.read(layers, USUAL_LAYERS, suggest.at("layers"));
    }
}
