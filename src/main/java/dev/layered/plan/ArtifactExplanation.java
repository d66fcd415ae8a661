package dev.layered.plan;

import dev.layered.layer.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers where an artifact of a plan is, and why. */
final class ArtifactExplanation {

    private final ImagePlan plan;
    private final DependencyTree tree;

    ArtifactExplanation(ImagePlan plan, DependencyTree tree) {
        this.plan = plan;
        this.tree = tree;
    }

    /** Returns where the artifact is on each platform, why, who brings it in, and why it bears another name. */
    Explained explain(Assignment asked) {
        Map<String, List<PlatformPlan>> byLayer = new LinkedHashMap<>();
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        for (PlatformPlan platform : plan.platforms()) {
            platform.assignments().stream()
                    .filter(assignment -> assignment.artifact().equals(asked.artifact()))
                    .forEach(assignment -> {
                        byLayer.computeIfAbsent(assignment.layer(), l -> new ArrayList<>())
                                .add(platform);
                        assignments.put(assignment.layer(), assignment);
                    });
        }
        ProjectArtifact artifact = asked.artifact();
        String path = pathOf(artifact);
        Explained.Builder about = Explained.of(artifact.coordinates().toString())
                .fact("path", path)
                .fact("scope", artifact.scope());
        byLayer.forEach((layer, platforms) -> about.fact(
                        "layer " + layer, position(layer, platforms.get(0)) + " on " + platformNames(platforms))
                .fact("why " + layer, inDetail(assignments.get(layer)))
                .fact(
                        byLayer.size() == 1 ? "also matching" : "also matching on " + platformNames(platforms),
                        String.join(", ", assignments.get(layer).alsoMatching())));
        about.fact("brought in by", String.join(" -> ", tree.pathTo(artifact.coordinates())));
        about.fact("renamed", path.endsWith("/" + artifact.fileName()) ? "" : renamed(artifact));
        return about.fact("file", artifact.file().toString()).build();
    }

    private String renamed(ProjectArtifact artifact) {
        List<String> others = plan.platforms().get(0).assignments().stream()
                .map(Assignment::artifact)
                .filter(other -> !other.equals(artifact) && other.fileName().equalsIgnoreCase(artifact.fileName()))
                .map(other -> other.coordinates().toString())
                .toList();
        return artifact.fileName() + " is also the file name of " + String.join(", ", others);
    }

    private String pathOf(ProjectArtifact artifact) {
        return plan.platforms().get(0).layers().stream()
                .flatMap(layer -> layer.entries().stream())
                .filter(entry -> entry.content() instanceof Content.OfFile of
                        && of.file().equals(artifact.file()))
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
