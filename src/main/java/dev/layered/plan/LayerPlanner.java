package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.layer.LayerEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts placed files into layers, for each platform. A pure function: equal files give equal plans. */
public final class LayerPlanner {

    private LayerPlanner() {}

    /**
     * Returns the layers of each platform.
     *
     * @throws LayeredFailure {@code path-twice} if two files claim one path of the image
     */
    public static List<PlatformPlan> plan(List<PlacedFile> files, List<Platform> platforms) {
        refuseTwoOfOnePath(files);
        Map<StandardLayer, List<LayerEntry>> entries = new EnumMap<>(StandardLayer.class);
        files.forEach(file -> entries.computeIfAbsent(file.layer(), layer -> new ArrayList<>())
                .add(file.entry()));
        List<PlannedLayer> layers = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (StandardLayer layer : StandardLayer.values()) {
            if (entries.containsKey(layer)) {
                layers.add(new PlannedLayer(
                        layer.layerName(), entries.get(layer).stream().sorted().toList()));
            } else {
                empty.add(layer.layerName());
            }
        }
        return platforms.stream()
                .map(platform -> new PlatformPlan(platform, List.copyOf(layers), List.copyOf(empty)))
                .toList();
    }

    private static void refuseTwoOfOnePath(List<PlacedFile> files) {
        Mistakes mistakes = new Mistakes();
        Map<String, PlacedFile> byPath = new HashMap<>();
        for (PlacedFile file : files) {
            PlacedFile former = byPath.putIfAbsent(file.entry().path(), file);
            if (former != null) {
                mistakes.add(new Problem(
                        "path-twice",
                        "Two files would stand at "
                                + Shown.quoted("/" + file.entry().path()) + " of the image.",
                        Shown.text(former.from()) + " and " + Shown.text(file.from()),
                        "remove or rename one of the two"));
            }
        }
        mistakes.throwIfAny();
    }
}
