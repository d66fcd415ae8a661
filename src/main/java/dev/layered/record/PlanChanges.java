package dev.layered.record;

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
import java.util.Optional;
import java.util.TreeSet;

/**
 * Tells which layers changed since the image in the layout was made, and by which entries.
 *
 * <p>Of a plan that leaves something out, what it lacks is not told as gone, nor that the class path is another.
 */
public final class PlanChanges {

    private final boolean partial;

    private PlanChanges(boolean partial) {
        this.partial = partial;
    }

    /**
     * Returns a line for each change, below its platforms where they differ; one that says so where there is no former
     * image or nothing changed.
     */
    public static List<String> since(Path output, byte[] plan) {
        Path built = output.resolve(PlanRecord.OF_IMAGE);
        Path file = Files.exists(built) ? built : output.resolve(PlanRecord.OF_PUSH);
        JsonObject record = Json.parse(plan, "the plan");
        Map<String, Map<String, JsonObject>> now = platforms(record);
        boolean partial = record.texts("leftOut").isPresent();
        try {
            return new PlanChanges(partial)
                    .since(platforms(Json.parse(Files.readAllBytes(file), file.toString())), now);
        } catch (IOException | LayeredFailure e) {
            return List.of("There is no image yet to compare with.");
        }
    }

    private List<String> since(Map<String, Map<String, JsonObject>> then, Map<String, Map<String, JsonObject>> now) {
        Map<List<String>, List<String>> platformsByChanges = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        now.forEach((platform, layers) -> {
            if (then.containsKey(platform)) {
                platformsByChanges
                        .computeIfAbsent(changes(then.get(platform), layers), changes -> new ArrayList<>())
                        .add(platform);
            } else {
                lines.add("platform " + platform + " is new");
            }
        });
        then.keySet().stream()
                .filter(platform -> !now.containsKey(platform))
                .forEach(platform -> lines.add("platform " + platform + " is gone"));
        platformsByChanges.forEach((changes, platforms) -> {
            boolean differ = platformsByChanges.size() > 1 && !changes.isEmpty();
            if (differ) {
                lines.add("on " + String.join(", ", platforms) + ":");
            }
            changes.forEach(change -> lines.add(differ ? "  " + change : change));
        });
        return lines.isEmpty() ? List.of("No layer changed since the image was made.") : lines;
    }

    private List<String> changes(Map<String, JsonObject> then, Map<String, JsonObject> now) {
        List<String> lines = new ArrayList<>();
        now.forEach((name, layer) -> {
            if (!then.containsKey(name)) {
                lines.add("layer " + name + " is new");
            } else if (!then.get(name).text("key").equals(layer.text("key"))) {
                List<String> entries = changed(entries(then.get(name)), entries(layer));
                if (!entries.isEmpty()) {
                    lines.add("layer " + name + " changed:");
                    lines.addAll(entries);
                }
            }
        });
        then.keySet().stream()
                .filter(name -> !now.containsKey(name) && !partial)
                .forEach(name -> lines.add("layer " + name + " is gone"));
        return lines;
    }

    private List<String> changed(Map<String, String> then, Map<String, String> now) {
        List<String> lines = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(then.keySet());
        paths.addAll(now.keySet());
        for (String path : paths) {
            String before = then.get(path);
            String after = now.get(path);
            if (after == null && partial) {
                continue; // it may be what is left out
            }
            if (before == null || after == null) {
                lines.add("  " + (before == null ? "+ " : "- ") + path);
            } else if (!before.equals(after)) {
                lines.add("  ~ " + path);
            }
        }
        return lines;
    }

    /** Returns the layers of each platform by their names; platforms may have different layers of one name. */
    private static Map<String, Map<String, JsonObject>> platforms(JsonObject plan) {
        Map<List<String>, JsonObject> byNameAndKey = new LinkedHashMap<>();
        plan.objects("layers").forEach(layer -> byNameAndKey.put(nameAndKey(layer), layer));
        Map<String, Map<String, JsonObject>> platforms = new LinkedHashMap<>();
        for (JsonObject platform : plan.objects("platforms")) {
            Map<String, JsonObject> layers = new LinkedHashMap<>();
            for (JsonObject layer : platform.objects("layers")) {
                // a damaged record may name layers that it does not hold
                Optional.ofNullable(byNameAndKey.get(nameAndKey(layer)))
                        .ifPresent(found -> layers.put(layer.requiredText("name"), found));
            }
            platforms.put(platform.requiredText("platform"), layers);
        }
        return platforms;
    }

    private static List<String> nameAndKey(JsonObject layer) {
        return List.of(layer.requiredText("name"), layer.requiredText("key"));
    }

    /** Returns what an entry is apart from where its file lies on this machine. */
    private Map<String, String> entries(JsonObject layer) {
        Map<String, String> entries = new LinkedHashMap<>();
        layer.objects("entries").stream()
                .filter(entry -> !partial || entry.text("source").isPresent()) // the class path is made by us
                .forEach(entry -> entries.put(
                        entry.requiredText("path"),
                        entry.without(List.of("source")).toString()));
        return entries;
    }
}
