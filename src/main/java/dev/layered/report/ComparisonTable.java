package dev.layered.report;

import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.outcome.ArtifactChange;
import dev.layered.outcome.FileChanges;
import dev.layered.outcome.ImageComparison;
import dev.layered.outcome.LayerComparison;
import dev.layered.outcome.PlatformComparison;
import dev.layered.outcome.PullSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How two images differ, as lines for the terminal: layers, artifacts, and what hosts must pull. */
public final class ComparisonTable {

    private static final int BAR = 20;

    private ComparisonTable() {}

    /** Returns the lines; long lists are cut unless all is asked for. */
    public static List<String> lines(ImageComparison comparison, boolean all) {
        CutList cut = new CutList(all);
        List<String> lines = new ArrayList<>();
        lines.add("here:  " + Shown.text(comparison.here()));
        lines.add("there: " + Shown.text(comparison.there()));
        Map<List<String>, List<Platform>> groups = new LinkedHashMap<>();
        for (PlatformComparison platform : comparison.platforms()) {
            groups.computeIfAbsent(of(platform, cut), group -> new ArrayList<>())
                    .add(platform.platform());
        }
        groups.forEach((group, platforms) -> {
            lines.add(Shown.list(platforms));
            group.forEach(line -> lines.add("  " + line));
        });
        alone("here", comparison.onlyHere(), lines);
        alone("there", comparison.onlyThere(), lines);
        return lines;
    }

    private static void alone(String where, List<Platform> platforms, List<String> lines) {
        if (!platforms.isEmpty()) {
            lines.add("only " + where + ": " + Shown.list(platforms));
        }
    }

    private static List<String> of(PlatformComparison comparison, CutList cut) {
        TextTable table = new TextTable("lrlll").row("layer", "size", "digest", "in", "files");
        for (LayerComparison layer : comparison.layers()) {
            table.row(
                    InspectTable.shortly(layer.name()),
                    Sizes.of(layer.blob().size()),
                    layer.blob().digest().shortHex(),
                    layer.side().word(),
                    files(layer));
        }
        List<String> lines = new ArrayList<>(table.lines());
        int changes = comparison.artifacts().size();
        if (changes > 0) {
            TextTable artifacts = new TextTable("lll").row("artifact", "here", "there");
            for (ArtifactChange change : comparison.artifacts().subList(0, cut.shown(changes))) {
                artifacts.row(Shown.text(change.name()), version(change.here()), there(change));
            }
            lines.addAll(cut.lines(artifacts.lines(), changes + 1, "artifacts"));
        }
        TextTable pulls = new TextTable("llrrl").row("to pull", "by a host that reuses", "bytes", "of", "");
        pulls("here, having there", comparison.pullHere(), pulls);
        pulls("there, having here", comparison.pullThere(), pulls);
        lines.addAll(pulls.lines());
        return lines;
    }

    private static String files(LayerComparison layer) {
        boolean isAlone = layer.side() == LayerComparison.Side.HERE || layer.side() == LayerComparison.Side.THERE;
        return layer.changes().map(changes -> files(changes, layer.side())).orElse(isAlone ? "cannot be read" : "");
    }

    private static String files(FileChanges changes, LayerComparison.Side side) {
        List<String> parts = new ArrayList<>();
        if (changes.same() > 0) {
            parts.add(changes.same() + " the same");
        }
        if (changes.changed() > 0) {
            parts.add(changes.changed() + " changed");
        }
        if (changes.only() > 0) {
            parts.add(changes.only() + " only " + side.word());
        }
        return String.join(", ", parts);
    }

    private static String version(String version) {
        return version.isEmpty() ? "-" : Shown.text(version);
    }

    private static String there(ArtifactChange change) {
        return version(change.there()) + (change.here().equals(change.there()) ? ", other bytes" : "");
    }

    private static void pulls(String what, PullSize size, TextTable table) {
        table.row(what, "any blob it has", Sizes.of(size.anyBlob()), Sizes.of(size.whole()), bar(size.anyBlob(), size));
        table.row(
                "",
                "an unchanged beginning",
                Sizes.of(size.prefix()),
                Sizes.of(size.whole()),
                bar(size.prefix(), size));
    }

    /** Returns what is there already as points, and what must be pulled as crosses: at least one where it is anything. */
    private static String bar(long pulled, PullSize size) {
        int crosses = pulled == 0 ? 0 : (int) Math.max(1, Math.round((double) BAR * pulled / size.whole()));
        return "[" + ".".repeat(BAR - crosses) + "#".repeat(crosses) + "]";
    }
}
