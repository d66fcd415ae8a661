package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers where something of a plan is, and why. */
public final class PlanExplanation {

    private final ImagePlan plan;
    private final ArtifactExplanation artifacts;
    private final Path project;

    /**
     * Answers nothing yet.
     *
     * @param project the folder that relative paths of files start from
     */
    public PlanExplanation(ImagePlan plan, DependencyTree tree, Path project) {
        this.plan = plan;
        this.artifacts = new ArtifactExplanation(plan, tree);
        this.project = project;
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
            found.addAll(files(asked));
        }
        if (found.isEmpty()) {
            found.addAll(folder(asked));
        }
        if (found.isEmpty()) {
            found.addAll(artifacts(asked));
        }
        if (found.isEmpty()) {
            found.addAll(ignored(asked));
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
                .fact("position", ArtifactExplanation.position(layer.name(), first))
                .fact("platforms", ArtifactExplanation.platformNames(platforms));
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        first.in(layer.name())
                .forEach(assignment -> byReason.computeIfAbsent(
                                ArtifactExplanation.why(assignment), w -> new ArrayList<>())
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
        Optional<Path> file = fileHere(asked);
        Set<Explained> found = new LinkedHashSet<>();
        Set<String> seen = new TreeSet<>();
        for (PlatformPlan platform : plan.platforms()) {
            for (PlannedLayer layer : platform.layers()) {
                for (LayerEntry entry : layer.entries()) {
                    boolean isMeant = ("/" + entry.path()).equals(asked)
                            || !asked.contains("/") && entry.path().endsWith("/" + asked)
                            || entry.content() instanceof Content.OfFile of
                                    && file.equals(Optional.of(absolute(of.file())));
                    if (isMeant && seen.add(layer.name() + entry.path())) {
                        found.add(file(entry, layer, platform));
                    }
                }
            }
        }
        return List.copyOf(found); // what is in two layers is explained with both
    }

    /** Returns which layers hold something below a folder of the image. */
    private List<Explained> folder(String asked) {
        if (!asked.startsWith("/")) {
            return List.of();
        }
        String below = asked.replaceAll("/+$", "") + "/";
        Map<String, Set<String>> files = new LinkedHashMap<>();
        for (PlatformPlan platform : plan.platforms()) {
            for (PlannedLayer layer : platform.layers()) {
                layer.entries().stream()
                        .map(entry -> "/" + entry.path())
                        .filter(path -> path.startsWith(below))
                        .forEach(path -> files.computeIfAbsent(layer.name(), name -> new LinkedHashSet<>())
                                .add(path));
            }
        }
        Explained.Builder about = Explained.of(below);
        files.forEach((layer, paths) ->
                about.fact("in layer " + layer, paths.size() + (paths.size() == 1 ? " file" : " files")));
        return files.isEmpty() ? List.of() : List.of(about.build());
    }

    /** Returns the file that the question may mean; not all that can be asked can be the name of a file. */
    private Optional<Path> fileHere(String asked) {
        try {
            return Optional.of(absolute(project.resolve(asked)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private Explained file(LayerEntry entry, PlannedLayer layer, PlatformPlan platform) {
        for (Assignment assignment : platform.assignments()) {
            boolean isItsFile = entry.content() instanceof Content.OfFile of
                    && of.file().equals(assignment.artifact().file());
            if (isItsFile) {
                return artifacts.explain(assignment);
            }
        }
        Explained.Builder about = Explained.of("/" + entry.path())
                .fact("layer", layer.name() + ", " + ArtifactExplanation.position(layer.name(), platform));
        Map<String, String> facts = plan.notes().facts().getOrDefault(entry, Map.of());
        if (entry.content() instanceof Content.OfFile of) {
            about.fact("from", of.file().toString());
        } else if (entry.content() instanceof Content.Link link) {
            about.fact("link to", link.target());
        } else if (facts.isEmpty()) {
            about.fact("from", "made by this plugin");
        }
        facts.forEach(about::fact);
        return about.build();
    }

    /** Returns why a file of this machine, or a folder that it is in, is left out. */
    private List<Explained> ignored(String asked) {
        Map<Path, String> ignored = plan.notes().ignored();
        Path file = fileHere(asked).orElse(null);
        while (file != null && !ignored.containsKey(file)) {
            file = file.getParent();
        }
        return file == null
                ? List.of()
                : List.of(Explained.of(asked)
                        .fact("left out", "ignored by " + ignored.get(file))
                        .build());
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
                .map(artifacts::explain)
                .toList();
    }
}
