package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Tells which layers changed since the image in the layout was made, and by which entries. */
final class PlanChanges {

    private PlanChanges() {}

    /** Returns a line for each change; nothing where there is no former image or nothing changed. */
    static List<String> since(Path output, byte[] plan) {
        Path file = output.resolve(PlanRecord.OF_IMAGE);
        Map<String, JsonObject> now = layers(Json.parse(plan, "the plan"));
        Map<String, JsonObject> then;
        try {
            then = layers(Json.parse(Files.readAllBytes(file), file.toString()));
        } catch (IOException | LayeredFailure e) {
            return List.of("There is no image yet to compare with.");
        }
        List<String> lines = new ArrayList<>();
        now.forEach((name, layer) -> {
            if (!then.containsKey(name)) {
                lines.add("layer " + name + " is new");
            } else if (!then.get(name).text("key").equals(layer.text("key"))) {
                lines.add("layer " + name + " changed:");
                lines.addAll(changed(entries(then.get(name)), entries(layer)));
            }
        });
        then.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> lines.add("layer " + name + " is gone"));
        return lines.isEmpty() ? List.of("No layer changed since the image was made.") : lines;
    }

    private static List<String> changed(Map<String, String> then, Map<String, String> now) {
        List<String> lines = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(then.keySet());
        paths.addAll(now.keySet());
        for (String path : paths) {
            String before = then.get(path);
            String after = now.get(path);
            if (before == null || after == null) {
                lines.add("  " + (before == null ? "+ " : "- ") + path);
            } else if (!before.equals(after)) {
                lines.add("  ~ " + path);
            }
        }
        return lines;
    }

    private static Map<String, JsonObject> layers(JsonObject plan) {
        Map<String, JsonObject> layers = new LinkedHashMap<>();
        plan.objects("layers").forEach(layer -> layers.put(layer.requiredText("name"), layer));
        return layers;
    }

    /** Returns what an entry is apart from where its file lies on this machine. */
    private static Map<String, String> entries(JsonObject layer) {
        Map<String, String> entries = new LinkedHashMap<>();
        layer.objects("entries")
                .forEach(entry -> entries.put(
                        entry.requiredText("path"),
                        entry.without(List.of("source")).toString()));
        return entries;
    }
}
