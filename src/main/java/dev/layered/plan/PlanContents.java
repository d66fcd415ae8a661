package dev.layered.plan;

import dev.layered.image.Platform;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is to be put into layers.
 *
 * @param files whose layer is known: classes, resources, extra files, what starts the application
 * @param artifacts whose layer the rules decide
 * @param rules of the user, in the order of the image
 * @param tree of the project's dependencies, for transitive rules
 * @param layering how artifacts are divided that no rule takes
 * @param compression of the layers
 */
public record PlanContents(
        List<PlacedFile> files,
        List<PlacedArtifact> artifacts,
        List<LayerRule> rules,
        DependencyTree tree,
        LayeringChoice layering,
        CompressionChoice compression) {

    /** What is compressed as usual. */
    public PlanContents(
            List<PlacedFile> files,
            List<PlacedArtifact> artifacts,
            List<LayerRule> rules,
            DependencyTree tree,
            LayeringChoice layering) {
        this(files, artifacts, rules, tree, layering, CompressionChoice.DEFAULT);
    }

    /** Returns the layers that files are put into by name, in their order. */
    Set<String> layerNames() {
        return files.stream().map(PlacedFile::layer).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the rules that count for a platform. */
    List<LayerRule> rulesFor(Platform platform) {
        return rules.stream().filter(rule -> rule.isFor(platform)).toList();
    }

    List<ProjectArtifact> artifactList() {
        return artifacts.stream().map(PlacedArtifact::artifact).toList();
    }
}
