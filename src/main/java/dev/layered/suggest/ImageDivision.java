package dev.layered.suggest;

import dev.layered.image.Platform;
import dev.layered.layer.Content;
import dev.layered.plan.ArtifactFileNames;
import dev.layered.plan.ClassPath;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.DependencyTree;
import dev.layered.plan.LayerPlanner;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.PlacedArtifact;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.PlanContents;
import dev.layered.plan.ProjectArtifact;
import dev.layered.plan.StandardLayer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A way to divide images into layers. */
@FunctionalInterface
interface ImageDivision {

    /** Returns the layers of an image, lowest first. */
    List<Set<Piece>> layers(PastImage image);

    /** Returns the division that the planner makes by these rules, and by the choice for what they leave. */
    static ImageDivision planned(List<LayerRule> rules, LayeringChoice choice) {
        return image -> {
            Map<String, Piece> byPath = new HashMap<>();
            Map<ProjectArtifact, Piece> pieces = new HashMap<>();
            image.artifacts().forEach(artifact -> pieces.put(artifact.artifact(), artifact.piece()));
            List<PlacedArtifact> placed = new ArrayList<>();
            ArtifactFileNames.assign(image.artifacts().stream()
                            .map(PastArtifact::artifact)
                            .toList())
                    .forEach((artifact, name) -> {
                        byPath.put("libs/" + name, pieces.get(artifact));
                        placed.add(PlacedArtifact.of(artifact, "libs/" + name, Content.Form.AS_IS));
                    });
            byPath.put("own", image.own());
            List<PlacedFile> own = List.of(PlacedFile.of(StandardLayer.CLASSES, "own", "", "the project"));
            Set<String> house = new HashSet<>(choice.ownGroupIds());
            house.addAll(image.house());
            LayeringChoice known = choice.in(house);
            PlanContents contents = new PlanContents(
                    own,
                    Map.of(Platform.LINUX_AMD64, ClassPath.of(placed)),
                    rules,
                    DependencyTree.UNKNOWN,
                    known,
                    CompressionChoice.DEFAULT);
            return LayerPlanner.plan(contents).get(0).layers().stream()
                    .map(layer -> layer.paths().stream().map(byPath::get).collect(Collectors.toSet()))
                    .toList();
        };
    }

    /** Returns Jib's: released dependencies, snapshots, modules, the project's own. */
    static ImageDivision ofJib() {
        return image -> {
            Map<StandardLayer, Set<Piece>> layers = new EnumMap<>(StandardLayer.class);
            image.artifacts().forEach(past -> {
                StandardLayer other =
                        past.artifact().isSnapshot() ? StandardLayer.SNAPSHOTS : StandardLayer.DEPENDENCIES;
                layers.computeIfAbsent(
                                past.artifact().isModule() ? StandardLayer.MODULES : other, layer -> new HashSet<>())
                        .add(past.piece());
            });
            layers.put(StandardLayer.CLASSES, Set.of(image.own()));
            return List.copyOf(layers.values());
        };
    }
}
