package dev.layered.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures of all runs as tables of Markdown: medians, least and most, and ours as a part of Jib's. */
final class Report {

    private static final double MEGABYTE = 1e6;
    private static final double KILOBYTE = 1e3;
    /** Below it, a difference of two runs is not told from chance. */
    private static final double SECONDS_THAT_COUNT = 0.05;

    private final List<Run> runs;
    private final StringBuilder text = new StringBuilder();

    Report(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    String text() {
        Spread load = Spread.of(runs.stream().mapToDouble(run -> run.contents().load()));
        line("Java %s, %d processors, load %s; net is without what Maven alone takes.",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                load.text("%.1f"));
        for (Application application : Application.values()) {
            List<Run> own = runs.stream()
                    .filter(run -> run.application() == application)
                    .toList();
            if (!own.isEmpty()) {
                line("");
                line("| %s | Maven alone | Jib | layered | layered / Jib |", application);
                line("|---|---|---|---|---|");
                own.stream().map(Run::scenario).distinct().forEach(scenario -> scenario(own, scenario));
            }
        }
        return text.toString();
    }

    private void scenario(List<Run> own, Scenario scenario) {
        List<Run> all = own.stream().filter(run -> run.scenario() == scenario).toList();
        line("| **%s** | | | | |", scenario.title());
        net("net CPU, s", all, run -> run.cost().cpu());
        net("net wall, s", all, run -> run.cost().wall());
        plain("memory, MB", all, run -> run.cost().memory() / MEGABYTE, "%.0f");
        if (scenario == Scenario.LOCAL) {
            return;
        }
        plain("sent, kB", all, run -> run.traffic().sent() / KILOBYTE, "%.1f");
        plain("received, kB", all, run -> run.traffic().received() / KILOBYTE, "%.1f");
        plain("requests", all, run -> run.traffic().requests(), "%.0f");
        plain("blobs sent", all, run -> run.traffic().blobs(), "%.0f");
        plain("image, MB", all, run -> run.contents().image() / MEGABYTE, "%.2f");
        plain("to pull, kB", all, run -> run.contents().pull() / KILOBYTE, "%.1f");
    }

    private void net(String name, List<Run> all, ToDoubleFunction<Run> figure) {
        Spread alone = of(all, Tool.MAVEN, figure);
        Spread jib = of(all, Tool.JIB, figure).without(alone.median());
        Spread layered = of(all, Tool.LAYERED, figure).without(alone.median());
        row(name, alone.text("%.2f"), jib, layered, "%.2f", SECONDS_THAT_COUNT);
    }

    private void plain(String name, List<Run> all, ToDoubleFunction<Run> figure, String format) {
        row(name, "", of(all, Tool.JIB, figure), of(all, Tool.LAYERED, figure), format, 0);
    }

    private void row(String name, String alone, Spread jib, Spread layered, String format, double counts) {
        String ratio = jib.median() > counts
                ? String.format(Locale.ROOT, "%.3f", Math.max(0, layered.median()) / jib.median())
                : "";
        line("| %s | %s | %s | %s | %s |", name, alone, jib.text(format), layered.text(format), ratio);
    }

    private static Spread of(List<Run> all, Tool tool, ToDoubleFunction<Run> figure) {
        return Spread.of(all.stream().filter(run -> run.tool() == tool).mapToDouble(figure));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
