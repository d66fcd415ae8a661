package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.layer.Compression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Answers where something of a plan is, and why. */
public final class PlanExplanation {

    private final ImagePlan plan;
    private final ArtifactExplanation artifacts;
    private final FileExplanation files;

    /**
     * Answers nothing yet.
     *
     * @param project the folder that relative paths of files start from
     */
    public PlanExplanation(ImagePlan plan, DependencyTree tree, Path project) {
        this.plan = plan;
        this.artifacts = new ArtifactExplanation(plan, tree);
        this.files = new FileExplanation(plan, artifacts, project);
    }

    /**
     * Returns what is known about everything that the question means.
     *
     * @param question a layer's name, a path in the image or the name of a file there, a pattern of artifacts, or a
     *     file of this machine
     * @throws LayeredFailure {@code explain-nothing} if it means nothing in this plan
     */
    public List<Explained> of(String question) {
        String asked = question.strip();
        List<Explained> found = new ArrayList<>(layers(asked));
        if (found.isEmpty()) {
            found.addAll(files.at(asked));
        }
        if (found.isEmpty()) {
            found.addAll(files.below(asked));
        }
        if (found.isEmpty()) {
            found.addAll(artifacts(asked));
        }
        if (found.isEmpty()) {
            found.addAll(files.ignored(asked));
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
        boolean isUsual = layer.compression().equals(Compression.GZIP);
        Explained.Builder about = Explained.of("layer " + layer.name())
                .fact("position", ArtifactExplanation.position(layer.name(), first))
                .fact("platforms", ArtifactExplanation.platformNames(platforms))
                .fact("compression", isUsual ? "" : layer.compression().word());
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        first.in(layer.name())
                .forEach(assignment -> byReason.computeIfAbsent(
                                ArtifactExplanation.why(assignment), w -> new ArrayList<>())
                        .add(assignment.artifact().coordinates().toString()));
        first.in(layer.name()).stream()
                .flatMap(assignment -> assignment.detail().stream())
                .map(Assignment.Detail::layer)
                .distinct()
                .forEach(why -> about.fact("of its own", why));
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

    private List<Explained> artifacts(String asked) {
        ArtifactPattern pattern;
        try {
            pattern = ArtifactPattern.parse(asked);
        } catch (LayeredFailure e) {
            return List.of();
        }
        Set<ProjectArtifact> there = new LinkedHashSet<>();
        plan.platforms().stream()
                .flatMap(platform -> platform.assignments().stream())
                .map(Assignment::artifact)
                .filter(artifact -> pattern.matches(artifact.coordinates()) || pattern.matches(artifact.inTree()))
                .forEach(there::add);
        Set<Coordinates> nowhere = new LinkedHashSet<>();
        plan.contents().classPaths().values().stream()
                .flatMap(path -> path.leftOut().stream())
                .map(LeftOut::artifact)
                .filter(pattern::matches)
                .filter(left ->
                        there.stream().noneMatch(one -> one.coordinates().equals(left)))
                .forEach(nowhere::add);
        return Stream.concat(
                        there.stream().map(artifacts::explain), nowhere.stream().map(artifacts::explain))
                .toList();
    }
}
