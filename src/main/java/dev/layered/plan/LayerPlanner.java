package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.image.Platform;
import dev.layered.layer.Compression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts files and artifacts into layers, for each platform. A pure function: equal contents give equal plans. */
public final class LayerPlanner {

    /** Few applications have these, and nobody misses them elsewhere. */
    private static final Set<String> SELDOM =
            Set.of(StandardLayer.CA_CERTIFICATES.layerName(), StandardLayer.NATIVES.layerName());

    private final PlanContents contents;
    private final Set<Problem> problems = new LinkedHashSet<>();

    private LayerPlanner(PlanContents contents) {
        this.contents = contents;
    }

    /**
     * Returns the layers of each platform, as if the base image had none.
     *
     * @throws LayeredFailure {@code path-twice} if two files claim one path of the image, {@code path-below} if
     *     something is below what is no directory
     */
    public static List<PlatformPlan> plan(PlanContents contents) {
        return plan(contents, 0);
    }

    /**
     * Does the same on base images, of which the one with the most layers has so many.
     *
     * @throws LayeredFailure the same
     */
    static List<PlatformPlan> plan(PlanContents contents, int base) {
        LayerPlanner planner = new LayerPlanner(contents);
        List<Platform> platforms = List.copyOf(contents.classPaths().keySet());
        List<List<Assignment>> assignments = platforms.stream()
                .map(platform -> LayerAssignment.assign(contents, platform))
                .toList();
        LayerShares shares = LayerShares.of(contents, assignments, base);
        List<PlatformPlan> plans = new ArrayList<>();
        for (int i = 0; i < platforms.size(); i++) {
            List<Assignment> shared =
                    assignments.get(i).stream().map(shares::share).toList();
            plans.add(planner.plan(platforms.get(i), shared, shares));
        }
        Mistakes mistakes = new Mistakes();
        planner.problems.forEach(mistakes::add);
        mistakes.throwIfAny();
        return plans;
    }

    private PlatformPlan plan(Platform platform, List<Assignment> assignments, LayerShares shares) {
        List<LayerRule> rules = contents.rulesFor(platform);
        StandardPlaces places = new StandardPlaces(contents.layering().strategy(), rules);
        Map<String, List<PlacedFile>> files = new LinkedHashMap<>();
        List<PlacedArtifact> artifacts = contents.classPath(platform).artifacts();
        for (int i = 0; i < assignments.size(); i++) {
            String layer = assignments.get(i).layer();
            if (!artifacts.get(i).isInBase()) {
                add(files, layer, artifacts.get(i).in(layer));
            }
        }
        contents.files(platform).forEach(file -> add(files, places.of(file.layer()), file));
        LayerStack stack = new LayerStack();
        List<PlannedLayer> layers = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        LayerOrder.of(rules, contents.layerNames()).stream()
                .map(places::of)
                .distinct()
                .forEach(name -> {
                    List<String> full = shares.inPlaceOf(name).stream()
                            .filter(files::containsKey)
                            .toList();
                    Compression compression = contents.compression().of(name);
                    full.forEach(part -> layers.add(new PlannedLayer(part, stack.add(files.get(part)), compression)));
                    if (full.isEmpty() && !SELDOM.contains(name)) {
                        empty.add(name);
                    }
                });
        problems.addAll(stack.problems());
        return new PlatformPlan(platform, List.copyOf(layers), List.copyOf(empty), assignments);
    }

    private static void add(Map<String, List<PlacedFile>> files, String layer, PlacedFile file) {
        files.computeIfAbsent(layer, name -> new ArrayList<>()).add(file);
    }
}
