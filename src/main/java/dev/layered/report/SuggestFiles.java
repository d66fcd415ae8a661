package dev.layered.report;

import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.outcome.ProposedLayer;
import dev.layered.outcome.Suggestion;
import dev.layered.outcome.Way;
import dev.layered.outcome.WayCost;
import dev.layered.store.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A suggestion for other programs: {@code suggest.xml}, to be pasted into a pom, and {@code suggest.json}. */
public final class SuggestFiles {

    private static final int SCHEMA = 1;

    private SuggestFiles() {}

    /** Writes both files. */
    public static void write(Suggestion suggestion, Path output) {
        String xml = String.join("\n", xml(suggestion)) + "\n";
        AtomicFile.writeIfChanged(output.resolve("suggest.xml"), xml.getBytes(StandardCharsets.UTF_8));
        AtomicFile.writeIfChanged(output.resolve("suggest.json"), Json.pretty(json(suggestion)));
    }

    /** Returns the element {@code <depLayers>}, line by line. */
    public static List<String> xml(Suggestion suggestion) {
        List<String> xml = new ArrayList<>();
        xml.add("<depLayers>");
        for (ProposedLayer layer : suggestion.layers()) {
            xml.add("  <depLayer>  <!-- " + told(layer, suggestion.releases()) + " -->");
            xml.add("    <name>" + layer.name() + "</name>");
            patterns("include", layer.includes(), xml);
            patterns("exclude", layer.excludes(), xml);
            if (layer.isCatchAll()) {
                xml.add("    <catchAll>true</catchAll>");
            }
            xml.add("  </depLayer>");
        }
        xml.add("</depLayers>");
        return xml;
    }

    private static String told(ProposedLayer layer, int releases) {
        String size = String.format(Locale.ROOT, "%.1f MB", layer.bytes() / 1e6);
        String jars = layer.jars() == 1 ? "1 jar" : layer.jars() + " jars";
        return size + ", " + jars + (releases == 0 ? "" : ", changed in " + layer.changes() + " of " + releases);
    }

    private static void patterns(String element, List<String> patterns, List<String> xml) {
        if (!patterns.isEmpty()) {
            xml.add("    <" + element + "s>");
            patterns.forEach(pattern -> xml.add("      <" + element + ">" + pattern + "</" + element + ">"));
            xml.add("    </" + element + "s>");
        }
    }

    private static JsonObject json(Suggestion suggestion) {
        Map<String, JsonObject> costs = new LinkedHashMap<>();
        suggestion.costs().forEach((way, cost) -> costs.put(way.name().toLowerCase(Locale.ROOT), json(way, cost)));
        return JsonObject.builder()
                .put("schema", SCHEMA)
                .put("releases", suggestion.releases())
                .put("keepAutomatic", suggestion.isAutomaticBest())
                .put("ways", costs)
                .put(
                        "depLayers",
                        suggestion.layers().stream().map(SuggestFiles::json).toList())
                .putIfAny("warnings", suggestion.warnings())
                .build();
    }

    private static JsonObject json(Way way, WayCost cost) {
        return JsonObject.builder()
                .put("upload", cost.upload())
                .put("pull", cost.pull())
                .put("chain", cost.chain())
                .put("codeChange", cost.codeChange())
                .putIfAny("layers", way == Way.IDEAL ? null : cost.layers())
                .build();
    }

    private static JsonObject json(ProposedLayer layer) {
        return JsonObject.builder()
                .put("name", layer.name())
                .putIfAny("includes", layer.includes())
                .putIfAny("excludes", layer.excludes())
                .put("catchAll", layer.isCatchAll())
                .put("jars", layer.jars())
                .put("size", layer.bytes())
                .put("changes", layer.changes())
                .build();
    }
}
