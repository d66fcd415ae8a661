package dev.layered.report;

import dev.layered.failure.Shown;
import dev.layered.outcome.FileFacts;
import dev.layered.outcome.FilePlace;
import dev.layered.outcome.FoundFile;
import dev.layered.outcome.FoundFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where paths are in an image, as lines for the terminal: for each path its layers, bottom to top. */
public final class FoundFilesText {

    private FoundFilesText() {}

    /** Returns the lines; long lists are cut unless all is asked for. */
    public static List<String> lines(List<FoundFiles> platforms, boolean all) {
        CutList cut = new CutList(all);
        Map<List<String>, List<FoundFiles>> groups = new LinkedHashMap<>();
        platforms.forEach(platform -> groups.computeIfAbsent(of(platform, cut), lines -> new ArrayList<>())
                .add(platform));
        List<String> lines = new ArrayList<>();
        groups.forEach((group, same) -> {
            lines.add("on " + same.stream().map(p -> p.platform().toString()).collect(Collectors.joining(", ")) + ":");
            group.forEach(line -> lines.add("  " + line));
        });
        return lines;
    }

    private static List<String> of(FoundFiles found, CutList cut) {
        List<String> lines = new ArrayList<>();
        if (!found.image().isEmpty()) {
            lines.add(Shown.text(found.image()));
        }
        if (found.files().isEmpty()) {
            lines.add("nowhere");
        }
        int shown = cut.shown(found.files().size());
        for (FoundFile file : found.files().subList(0, shown)) {
            lines.add(Shown.text(file.path()));
            TextTable table = new TextTable("llllllrl");
            file.places().forEach(place -> row(place, table));
            table.lines().forEach(line -> lines.add("  " + line));
        }
        int more = found.files().size() - shown + found.more();
        if (more > 0) {
            lines.add("and " + more + " more paths");
        }
        found.unreadable().forEach(layer -> lines.add("not looked into: " + layer));
        return lines;
    }

    private static void row(FilePlace place, TextTable table) {
        String layer =
                "layer " + place.number() + (place.layer().isEmpty() ? "" : " " + InspectTable.shortly(place.layer()));
        if (place.facts().isEmpty()) {
            table.row(layer, place.standing().word(), "", "", "", "", "", "");
            return;
        }
        FileFacts facts = place.facts().get();
        boolean isLink = !facts.target().isEmpty() && !facts.kind().equals("file");
        table.row(
                layer,
                place.standing().word(),
                facts.kind(),
                String.format("%04o", facts.mode()),
                facts.owner(),
                facts.time().toString(),
                facts.kind().equals("file") ? Sizes.of(facts.size()) : "",
                (isLink ? "-> " : "") + Shown.text(facts.target()));
    }
}
