package dev.layered.report;

import dev.layered.failure.Shown;
import dev.layered.outcome.PruneOutcome;
import dev.layered.outcome.PruneOutcome.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The local store, and what of it was deleted, as lines for the terminal. */
public final class PruneTable {

    private PruneTable() {}

    /** Returns a line for each kind of thing, and one for all. */
    public static List<String> lines(PruneOutcome outcome) {
        List<String> lines = new ArrayList<>();
        String store = Shown.text(outcome.store().toString());
        if (outcome.groups().isEmpty()) {
            lines.add("There is nothing in the local store " + store);
        } else {
            lines.add("In the local store " + store);
            lines.addAll(table(outcome));
        }
        outcome.leftAlone()
                .forEach((name, bytes) -> lines.add("left alone, because another version of this plugin wrote it: "
                        + Shown.text(name) + ", " + Sizes.of(bytes)));
        return lines;
    }

    private static List<String> table(PruneOutcome outcome) {
        String deleted = outcome.isDryRun() ? "to delete" : "deleted";
        TextTable table = new TextTable("lrrlrr").row("", "files", "size", "last used", deleted, "size");
        outcome.groups()
                .forEach((kind, group) -> table.row(
                        "  " + kind.words(),
                        String.valueOf(group.all().files()),
                        Sizes.of(group.all().bytes()),
                        ages(group),
                        files(group.deleted()),
                        size(group.deleted())));
        Count all = outcome.all();
        table.row(
                "  together",
                String.valueOf(all.files()),
                Sizes.of(all.bytes()),
                "",
                files(outcome.deleted()),
                size(outcome.deleted()));
        return table.lines();
    }

    private static String files(Count count) {
        return count.files() == 0 ? "-" : String.valueOf(count.files());
    }

    private static String size(Count count) {
        return count.files() == 0 ? "-" : Sizes.of(count.bytes());
    }

    private static String ages(PruneOutcome.Group group) {
        String newest = age(group.newest());
        String oldest = age(group.oldest());
        return (newest.equals(oldest) ? newest : newest + " to " + oldest) + " ago";
    }

    private static String age(Duration age) {
        if (age.compareTo(Duration.ofDays(2)) >= 0) {
            return age.toDays() + " d";
        }
        return Math.max(0, age.toHours()) + " h";
    }
}
