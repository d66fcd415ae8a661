package dev.layered.report;

import dev.layered.plan.Explained;
import java.util.ArrayList;
import java.util.List;

/** Explanations as lines for the terminal. */
public final class ExplanationText {

    /** A longer label would push all other texts far to the right. */
    private static final int LONGEST_LABEL = 30;

    private ExplanationText() {}

    /** Returns the subject, and below it each fact; facts of several lines go on below their label. */
    public static List<String> lines(List<Explained> explanations) {
        List<String> lines = new ArrayList<>();
        for (Explained explained : explanations) {
            lines.add(explained.subject());
            int width = explained.facts().entrySet().stream()
                    .filter(fact -> !isBelow(fact.getKey(), fact.getValue()))
                    .mapToInt(fact -> fact.getKey().length())
                    .max()
                    .orElse(0);
            explained.facts().forEach((label, text) -> {
                if (isBelow(label, text)) {
                    lines.add("  " + label + ":");
                    text.lines().forEach(line -> lines.add("    " + line));
                } else {
                    lines.add("  " + label + ":" + " ".repeat(width - label.length() + 2) + text);
                }
            });
        }
        return lines;
    }

    private static boolean isBelow(String label, String text) {
        return text.contains("\n") || label.length() > LONGEST_LABEL;
    }
}
