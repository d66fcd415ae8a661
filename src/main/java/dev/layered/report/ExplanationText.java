package dev.layered.report;

import dev.layered.plan.Explained;
import java.util.ArrayList;
import java.util.List;

/** Explanations as lines for the terminal. */
public final class ExplanationText {

    private ExplanationText() {}

    /** Returns the subject, and below it each fact; facts of several lines go on below their label. */
    public static List<String> lines(List<Explained> explanations) {
        List<String> lines = new ArrayList<>();
        for (Explained explained : explanations) {
            lines.add(explained.subject());
            TextTable table = new TextTable("ll");
            explained.facts().forEach((label, text) -> {
                if (text.contains("\n")) {
                    table.row(label + ":");
                    text.lines().forEach(line -> table.row("  " + line));
                } else {
                    table.row(label + ":", text);
                }
            });
            table.lines().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }
}
