package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Answers where something of a plan is, and why. */
public final class PlanExplanation {

    private final ImagePlan plan;
    private final DependencyTree tree;
    private final Path project;

    /**
     * Answers nothing yet.
     *
     * @param project the folder that relative paths of files start from
     */
    public PlanExplanation(ImagePlan plan, DependencyTree tree, Path project) {
        this.plan = plan;
        this.tree = tree;
        this.project = project;
    }

    /**
     * Returns what is known about everything that the question means.
     *
     * @param question a layer's name, a path in the image, a pattern of artifacts, or a file of this machine
     * @throws LayeredFailure {@code explain-nothing} if it means nothing in this plan
     */
    public List<Explained> of(String question) {
        String asked = question.strip();
        List<Explained> found = new ArrayList<>(layers(asked));
        if (found.isEmpty()) {
            found.addAll(files(asked));
        }
        if (found.isEmpty()) {
            found.addAll(artifacts(asked));
        }
        if (found.isEmpty()) {
            throw LayeredFailure.mistake(
                    "explain-nothing",
                    Shown.quoted(question) + " is nothing in the image.",
                    "-Dlayered.explain",
                    "name a layer (" + Shown.list(layerNames()) + "), a path such as /app/classes/App.class, a pattern"
                            + " such as org.slf4j:*, or a file of the project");
        }
        return found;
    }

    /** Returns what is known about each layer, lowest first. */
    public List<Explained> everyLayer() {
        return layerNames().stream().flatMap(name -> layers(name).stream()).toList();
    }

    private Set<String> layerNames() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        plan.platforms().forEach(platform -> platform.layers().forEach(layer -> names.put(layer.name(), true)));
        return names.keySet();
    }

    private List<Explained> layers(String name) {
        Map<PlannedLayer, List<PlatformPlan>> found = new LinkedHashMap<>();
        for (PlatformPlan platform : plan.platforms()) {
            platform.layers().stream()
                    .filter(layer -> layer.name().equals(name))
                    .forEach(layer ->
                            found.computeIfAbsent(layer, l -> new ArrayList<>()).add(platform));
        }
        List<Explained> explained = new ArrayList<>();
        found.forEach((layer, platforms) -> explained.add(layer(layer, platforms)));
        return explained;
    }

    private Explained layer(PlannedLayer layer, List<PlatformPlan> platforms) {
        PlatformPlan first = platforms.get(0);
        Explained.Builder about = Explained.of("layer " + layer.name())
                .fact("position", position(layer.name(), first))
                .fact("platforms", platformNames(platforms));
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        first.in(layer.name())
                .forEach(assignment -> byReason.computeIfAbsent(why(assignment), w -> new ArrayList<>())
                        .add(assignment.artifact().coordinates().toString()));
        byReason.forEach((why, artifacts) -> about.fact("because " + why, String.join("\n", artifacts)));
        if (byReason.isEmpty()) {
            about.fact(
                    "files",
                    String.join(
                            "\n",
                            layer.entries().stream().map(e -> "/" + e.path()).toList()));
        }
        return about.build();
    }

    private List<Explained> files(String asked) {
        Path file = project.resolve(asked).toAbsolutePath().normalize();
        Set<String> seen = new TreeSet<>();
        List<Explained> found = new ArrayList<>();
        for (PlatformPlan platform : plan.platforms()) {
            for (PlannedLayer layer : platform.layers()) {
                for (LayerEntry entry : layer.entries()) {
                    boolean isMeant = ("/" + entry.path()).equals(asked)
                            || entry.content() instanceof Content.OfFile of
                                    && of.file().toAbsolutePath().normalize().equals(file);
                    if (isMeant && seen.add(layer.name() + entry.path())) {
                        found.add(file(entry, layer, platform));
                    }
                }
            }
        }
        return found;
    }

    private Explained file(LayerEntry entry, PlannedLayer layer, PlatformPlan platform) {
        for (Assignment assignment : platform.assignments()) {
            boolean isItsFile = entry.content() instanceof Content.OfFile of
                    && of.file().equals(assignment.artifact().file());
            if (isItsFile) {
                return artifact(assignment);
            }
        }
        return Explained.of("/" + entry.path())
                .fact("layer", layer.name() + ", " + position(layer.name(), platform))
                .fact(
                        "from",
                        entry.content() instanceof Content.OfFile of ? of.file().toString() : "made by this plugin")
                .build();
    }

    private List<Explained> artifacts(String asked) {
        ArtifactPattern pattern;
        try {
            pattern = ArtifactPattern.parse(asked);
        } catch (LayeredFailure e) {
            return List.of();
        }
        return plan.platforms().get(0).assignments().stream()
                .filter(assignment -> pattern.matches(assignment.artifact().coordinates()))
                .map(this::artifact)
                .toList();
    }

    private Explained artifact(Assignment asked) {
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
                .fact("why " + layer, why(assignments.get(layer)))
                .fact("also matching", String.join(", ", assignments.get(layer).alsoMatching())));
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

    private static String position(String layerName, PlatformPlan platform) {
        List<String> names = platform.layers().stream().map(PlannedLayer::name).toList();
        return (names.indexOf(layerName) + 1) + " of " + names.size() + " from the bottom, above the base";
    }

    private static String platformNames(List<PlatformPlan> platforms) {
        return String.join(
                ", ", platforms.stream().map(p -> p.platform().toString()).toList());
    }

    private static String why(Assignment assignment) {
        return assignment
                .rule()
                .map(rule -> assignment.reason().text() + ": " + rule.place())
                .orElse(assignment.reason().text());
    }
}
