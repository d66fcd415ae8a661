package dev.layered.report;

import dev.layered.outcome.CheckOutcome;
import dev.layered.outcome.VerifyOutcome;
import java.util.ArrayList;
import java.util.List;

/** What a verification looked at and how it went, as lines for the terminal; the faults themselves are not in it. */
public final class VerifyTable {

    private VerifyTable() {}

    /** Returns the lines; one more at the end where there is no fault. */
    public static List<String> lines(VerifyOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(outcome.location() + (outcome.images().isEmpty() ? "" : ": " + String.join(", ", outcome.images())));
        TextTable table = new TextTable("llrl").row("check", "looked at", "bytes", "result");
        for (CheckOutcome check : outcome.checks()) {
            table.row(check.name(), check.seen(), check.bytes() == 0 ? "" : Sizes.of(check.bytes()), result(check));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        if (outcome.faults().isEmpty()) {
            lines.add("The image is what it should be.");
        }
        return lines;
    }

    private static String result(CheckOutcome check) {
        return switch (check.faults()) {
            case 0 -> "right";
            case 1 -> "1 fault";
            default -> check.faults() + " faults";
        };
    }
}
