package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.layer.LayerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts files and artifacts into layers, for each platform. A pure function: equal contents give equal plans. */
public final class LayerPlanner {

    private LayerPlanner() {}

    /**
     * Returns the layers of each platform.
     *
     * @throws LayeredFailure {@code path-twice} if two files claim one path of the image
     */
    public static List<PlatformPlan> plan(PlanContents contents, List<Platform> platforms) {
        refuseTwoOfOnePath(contents);
        return platforms.stream().map(platform -> plan(contents, platform)).toList();
    }

    private static PlatformPlan plan(PlanContents contents, Platform platform) {
        List<Assignment> assignments =
                LayerAssignment.assign(contents.artifactList(), contents.rules(), contents.tree(), platform);
        Map<String, List<LayerEntry>> entries = new HashMap<>();
        for (int i = 0; i < assignments.size(); i++) {
            add(entries, assignments.get(i).layer(), contents.artifacts().get(i).entry());
        }
        contents.files().forEach(file -> add(entries, file.layer().layerName(), file.entry()));
        List<PlannedLayer> layers = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        List<LayerRule> rules =
                contents.rules().stream().filter(rule -> rule.isFor(platform)).toList();
        for (String name : LayerOrder.of(rules)) {
            if (entries.containsKey(name)) {
                layers.add(new PlannedLayer(
                        name, entries.get(name).stream().sorted().toList()));
            } else {
                empty.add(name);
            }
        }
        return new PlatformPlan(platform, List.copyOf(layers), List.copyOf(empty), assignments);
    }

    private static void add(Map<String, List<LayerEntry>> entries, String layer, LayerEntry entry) {
        entries.computeIfAbsent(layer, name -> new ArrayList<>()).add(entry);
    }

    private static void refuseTwoOfOnePath(PlanContents contents) {
        Mistakes mistakes = new Mistakes();
        Map<String, String> byPath = new HashMap<>();
        contents.artifacts()
                .forEach(placed ->
                        claim(placed.entry(), placed.artifact().coordinates().toString(), byPath, mistakes));
        contents.files().forEach(file -> claim(file.entry(), file.from(), byPath, mistakes));
        mistakes.throwIfAny();
    }

    private static void claim(LayerEntry entry, String from, Map<String, String> byPath, Mistakes mistakes) {
        String former = byPath.putIfAbsent(entry.path(), from);
        if (former != null) {
            mistakes.add(new Problem(
                    "path-twice",
                    "Two files would stand at " + Shown.quoted("/" + entry.path()) + " of the image.",
                    Shown.text(former) + " and " + Shown.text(from),
                    "remove or rename one of the two"));
        }
    }
}
