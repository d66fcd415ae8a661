package dev.layered.plan;

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

/** Answers where a file of a plan is, and why; or why it is nowhere. */
final class FileExplanation {

    private final ImagePlan plan;
    private final ArtifactExplanation artifacts;
    private final Path project;

    FileExplanation(ImagePlan plan, ArtifactExplanation artifacts, Path project) {
        this.plan = plan;
        this.artifacts = artifacts;
        this.project = project;
    }

    /** Returns what stands at a path of the image, bears a name there, or is a file of this machine. */
    List<Explained> at(String asked) {
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
    List<Explained> below(String asked) {
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
        List<String> lines = new ArrayList<>();
        files.forEach(
                (layer, paths) -> lines.add(layer + ": " + paths.size() + (paths.size() == 1 ? " file" : " files")));
        about.fact("layers", String.join("\n", lines));
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
                return artifacts.explain(assignment.artifact());
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
    List<Explained> ignored(String asked) {
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
}
