package dev.layered.suggest;

import dev.layered.plan.LayeringChoice;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What histories cost, divided in several ways, as text. */
final class ReplayTable {

    /** The ways by name: ours, and those to compare with. */
    static final Map<String, ImageDivision> WAYS = ways();

    private ReplayTable() {}

    private static Map<String, ImageDivision> ways() {
        LayeringChoice usual = LayeringChoice.DEFAULT;
        Map<String, ImageDivision> ways = new LinkedHashMap<>();
        ways.put("automatic", ImageDivision.planned(List.of(), usual));
        ways.put("two layers", ImageDivision.planned(List.of(), with(Strategy.TWO, usual.maxLayers())));
        ways.put("as Jib does", ImageDivision.ofJib());
        ways.put(
                "one per artifact",
                ImageDivision.planned(List.of(), with(Strategy.PER_ARTIFACT, LayeringChoice.MOST_LAYERS)));
        return ways;
    }

    private static LayeringChoice with(Strategy strategy, int most) {
        LayeringChoice usual = LayeringChoice.DEFAULT;
        return new LayeringChoice(
                strategy, most, usual.maxModuleLayers(), usual.imageLayers(), usual.imageLayersWarn(), Set.of());
    }

    /** Returns a line for each history and way, and the means of each way. */
    static List<String> lines(List<HistoryFile> histories) {
        List<String> lines = new ArrayList<>();
        lines.add(line("series", "way", "layers", "upload", "pull", "chain"));
        Map<String, List<Transfers>> all = new LinkedHashMap<>();
        for (HistoryFile history : histories) {
            WAYS.forEach((way, division) -> {
                Transfers transfers = Replay.of(history.images(), division);
                all.computeIfAbsent(way, name -> new ArrayList<>()).add(transfers);
                lines.add(line(
                        history.name(),
                        way,
                        String.valueOf(transfers.layers()),
                        ratio(transfers.uploadRatio()),
                        ratio(transfers.pullRatio()),
                        ratio(transfers.chainRatio())));
            });
        }
        all.forEach((way, transfers) -> lines.add(line(
                "mean",
                way,
                "",
                ratio(mean(transfers.stream().map(Transfers::uploadRatio).toList())),
                ratio(mean(transfers.stream().map(Transfers::pullRatio).toList())),
                ratio(mean(transfers.stream().map(Transfers::chainRatio).toList())))));
        return lines;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String line(String series, String way, String layers, String upload, String pull, String chain) {
        return String.format(Locale.ROOT, "%-20s %-17s %6s %7s %7s %7s", series, way, layers, upload, pull, chain)
                .stripTrailing();
    }
}
