package dev.layered.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** One scenario in one line: each of our figures divided by that of Jib, round by round. */
final class Ratios {

    /** The head of the table. */
    static final String HEADING = """
            | %s: layered / Jib | net CPU | net wall | memory | sent | requests | to pull |
            |---|---|---|---|---|---|---|
            """;

    private final Scenario scenario;
    private final List<Run> runs;

    Ratios(Scenario scenario, List<Run> runs) {
        this.scenario = scenario;
        this.runs = runs;
    }

    String line() {
        String traffic = scenario == Scenario.LOCAL
                ? " | | "
                : of(run -> run.traffic().sent())
                        + " | " + requests(Tool.LAYERED) + " / " + requests(Tool.JIB)
                        + " | " + of(run -> run.contents().pull());
        return "| " + scenario.title() + " | " + net(run -> run.cost().cpu()) + " | "
                + net(run -> run.cost().wall()) + " | " + of(run -> run.cost().memory()) + " | " + traffic + " |\n";
    }

    private String net(ToDoubleFunction<Run> figure) {
        double alone = Spread.of(figures(Tool.MAVEN, figure)).median();
        return of(run -> figure.applyAsDouble(run) - alone);
    }

    /** Says nothing where neither has anything, or where Jib has no more than chance adds to Maven alone. */
    private String of(ToDoubleFunction<Run> figure) {
        double[] layered = figures(Tool.LAYERED, figure).toArray();
        double[] jib = figures(Tool.JIB, figure).toArray();
        DoubleStream.Builder ratios = DoubleStream.builder();
        for (int round = 0; round < jib.length; round++) {
            if (jib[round] <= 0) {
                return "";
            }
            ratios.add(layered[round] / jib[round]);
        }
        return Spread.of(ratios.build()).text("%.2f");
    }

    private String requests(Tool tool) {
        return Spread.of(figures(tool, run -> run.traffic().requests().size())).text("%.0f");
    }

    private DoubleStream figures(Tool tool, ToDoubleFunction<Run> figure) {
        return runs.stream().filter(run -> run.tool() == tool).mapToDouble(figure);
    }
}
