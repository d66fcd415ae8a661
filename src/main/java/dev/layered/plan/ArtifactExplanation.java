package dev.layered.plan;

import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers where an artifact of a plan is, and why. */
final class ArtifactExplanation {

    private final ImagePlan plan;
    private final DependencyTree tree;

    ArtifactExplanation(ImagePlan plan, DependencyTree tree) {
        this.plan = plan;
        this.tree = tree;
    }

    /** Returns where the artifact is on each platform, why, who brings it in, and why it bears another name. */
    Explained explain(ProjectArtifact artifact) {
        Map<String, List<PlatformPlan>> byLayer = new LinkedHashMap<>();
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        for (PlatformPlan platform : plan.platforms()) {
            platform.assignments().stream()
                    .filter(assignment -> assignment.artifact().equals(artifact))
                    .forEach(assignment -> {
                        byLayer.computeIfAbsent(assignment.layer(), l -> new ArrayList<>())
                                .add(platform);
                        assignments.put(assignment.layer(), assignment);
                    });
        }
        String path = pathOf(artifact);
        Explained.Builder about = Explained.of(artifact.coordinates().toString())
                .fact("path", path)
                .fact("scope", artifact.scope())
                .fact("on the class path", artifact.origin().why());
        byLayer.forEach((layer, platforms) -> about.fact("layer " + layer, place(layer, platforms))
                .fact("why " + layer, inDetail(assignments.get(layer)))
                .fact(
                        byLayer.size() == 1 ? "also matching" : "also matching on " + platformNames(platforms),
                        String.join(", ", assignments.get(layer).alsoMatching())));
        leftOut(artifact.coordinates()).forEach(about::fact);
        about.fact("brought in by", String.join(" -> ", tree.pathTo(artifact.inTree())));
        about.fact("renamed", path.endsWith("/" + artifact.fileName()) ? "" : renamed(artifact));
        return about.fact("file", artifact.file().toString()).build();
    }

    /** Returns why an artifact of Maven's class path is in no image. */
    Explained explain(Coordinates artifact) {
        Explained.Builder about = Explained.of(artifact.toString());
        leftOut(artifact).forEach(about::fact);
        return about.fact("brought in by", String.join(" -> ", tree.pathTo(artifact)))
                .build();
    }

    /** Returns by platform why the image does not have an artifact. */
    private Map<String, String> leftOut(Coordinates artifact) {
        Map<String, String> facts = new LinkedHashMap<>();
        plan.contents()
                .classPaths()
                .forEach((platform, path) -> path.leftOut().stream()
                        .filter(left -> left.artifact().equals(artifact))
                        .forEach(left -> facts.put("left out on " + platform, left.why())));
        return facts;
    }

    private static String place(String layer, List<PlatformPlan> platforms) {
        String names = " on " + platformNames(platforms);
        return layer.equals(Assignment.OF_BASE)
                ? "below all of ours" + names
                : position(layer, platforms.get(0)) + names;
    }

    private String renamed(ProjectArtifact artifact) {
        List<String> others = plan.platforms().stream()
                .flatMap(platform -> platform.assignments().stream())
                .map(Assignment::artifact)
                .filter(other -> !other.equals(artifact) && other.fileName().equalsIgnoreCase(artifact.fileName()))
                .map(other -> other.coordinates().toString())
                .distinct()
                .toList();
        return others.isEmpty() ? "" : artifact.fileName() + " is also the file name of " + String.join(", ", others);
    }

    private String pathOf(ProjectArtifact artifact) {
        Stream<LayerEntry> ours = plan.platforms().stream()
                .flatMap(platform -> platform.layers().stream())
                .flatMap(layer -> layer.entries().stream())
                .filter(entry -> entry.content() instanceof Content.OfFile of
                        && of.file().equals(artifact.file()));
        Stream<LayerEntry> ofBase = plan.contents().classPaths().values().stream()
                .flatMap(path -> path.artifacts().stream())
                .filter(placed -> placed.artifact().equals(artifact))
                .map(PlacedArtifact::entry);
        return Stream.concat(ours, ofBase)
                .map(entry -> "/" + entry.path())
                .findFirst()
                .orElse("");
    }

    static String position(String layerName, PlatformPlan platform) {
        List<String> names = platform.layers().stream().map(PlannedLayer::name).toList();
        return (names.indexOf(layerName) + 1) + " of " + names.size() + " from the bottom, above the base";
    }

    static String platformNames(List<PlatformPlan> platforms) {
        return String.join(
                ", ", platforms.stream().map(p -> p.platform().toString()).toList());
    }

    private static String inDetail(Assignment assignment) {
        return assignment
                .detail()
                .filter(detail -> !detail.layer().isEmpty())
                .map(detail -> why(assignment) + ": " + detail.artifact() + "; " + detail.layer())
                .orElse(why(assignment));
    }

    static String why(Assignment assignment) {
        return assignment
                .rule()
                .map(rule -> assignment.reason().text() + ": " + rule.place())
                .orElse(assignment.reason().text());
    }
}
