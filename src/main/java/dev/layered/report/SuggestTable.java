package dev.layered.report;

import dev.layered.outcome.Suggestion;
import dev.layered.outcome.Way;
import dev.layered.outcome.WayCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A suggestion as lines for the terminal: what each way costs, and what is best. */
public final class SuggestTable {

    private static final String NOTHING = "-";

    private SuggestTable() {}

    /** Returns a line for each way, and what the columns are. */
    public static List<String> lines(Suggestion suggestion) {
        boolean isReplayed = suggestion.releases() > 0;
        TextTable table = new TextTable("lrrrrr");
        table.row("MB for each release", "uploaded", "pulled", "pulled in chains", "source change", "layers");
        suggestion
                .costs()
                .forEach((way, cost) -> table.row(
                        "  " + way.words(),
                        isReplayed ? megabytes(cost.upload()) : NOTHING,
                        isReplayed ? megabytes(cost.pull()) : NOTHING,
                        isReplayed ? megabytes(cost.chain()) : NOTHING,
                        megabytes(cost.codeChange()),
                        way == Way.IDEAL ? NOTHING : String.valueOf(cost.layers())));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(
                "  uploaded to a registry that keeps every layer, pulled by a host that does so too, and in chains by one that");
        lines.add("  keeps a layer only together with those below it; source change: of the project's own code alone");
        return lines;
    }

    /** Returns what is best, in a sentence or two. */
    public static List<String> verdict(Suggestion suggestion) {
        if (suggestion.releases() == 0) {
            return List.of(
                    "Without a history nothing can be replayed: the proposal goes by sizes, and by versions, which"
                            + " tell how often something is released. Whether it is better than automatic is not known.");
        }
        List<String> verdict = new ArrayList<>();
        verdict.add(
                suggestion.isAutomaticBest()
                        ? "Keep automatic layering: with the proposal " + less(suggestion.gain())
                                + " would have moved, uploads and both kinds of pulls together, and below "
                                + Math.round(100 * Suggestion.LEAST_GAIN) + " % it is not worth it."
                        : "With the proposal " + less(suggestion.gain())
                                + " would have moved than with automatic layering, uploads and both kinds of pulls"
                                + " together.");
        WayCost now = suggestion.costs().get(Way.NOW);
        if (!now.equals(suggestion.costs().get(Way.AUTOMATIC))) {
            verdict.add("With automatic layering " + less(suggestion.gainOfAutomatic())
                    + " would have moved than with the" + " project's configuration as it is now.");
        }
        return verdict;
    }

    private static String less(double gain) {
        return percent(Math.abs(gain)) + (gain < 0 ? " more" : " less");
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / 1e6);
    }
}
