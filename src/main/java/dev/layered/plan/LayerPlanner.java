package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.image.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts files and artifacts into layers, for each platform. A pure function: equal contents give equal plans. */
public final class LayerPlanner {

    private LayerPlanner() {}

    /**
     * Returns the layers of each platform.
     *
     * @throws LayeredFailure {@code path-twice} if two files claim one path of the image, {@code path-below} if
     *     something is below what is no directory
     */
    public static List<PlatformPlan> plan(PlanContents contents, List<Platform> platforms) {
        Set<Problem> problems = new LinkedHashSet<>();
        List<PlatformPlan> plans = platforms.stream()
                .map(platform -> plan(contents, platform, problems))
                .toList();
        Mistakes mistakes = new Mistakes();
        problems.forEach(mistakes::add);
        mistakes.throwIfAny();
        return plans;
    }

    private static PlatformPlan plan(PlanContents contents, Platform platform, Set<Problem> problems) {
        List<Assignment> assignments =
                LayerAssignment.assign(contents.artifactList(), contents.rules(), contents.tree(), platform);
        Map<String, List<PlacedFile>> files = new LinkedHashMap<>();
        for (int i = 0; i < assignments.size(); i++) {
            add(files, contents.artifacts().get(i).in(assignments.get(i).layer()));
        }
        contents.files().forEach(file -> add(files, file));
        List<LayerRule> rules =
                contents.rules().stream().filter(rule -> rule.isFor(platform)).toList();
        LayerStack stack = new LayerStack();
        List<PlannedLayer> layers = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (String name : LayerOrder.of(rules, contents.layerNames())) {
            if (files.containsKey(name)) {
                layers.add(new PlannedLayer(name, stack.add(files.get(name))));
            } else {
                empty.add(name);
            }
        }
        problems.addAll(stack.problems());
        return new PlatformPlan(platform, List.copyOf(layers), List.copyOf(empty), assignments);
    }

    private static void add(Map<String, List<PlacedFile>> files, PlacedFile file) {
        files.computeIfAbsent(file.layer(), name -> new ArrayList<>()).add(file);
    }
}
