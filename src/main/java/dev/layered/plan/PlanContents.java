package dev.layered.plan;

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
 */
public record PlanContents(
        List<PlacedFile> files, List<PlacedArtifact> artifacts, List<LayerRule> rules, DependencyTree tree) {

    /** Returns the layers that files are put into by name, in their order. */
    Set<String> layerNames() {
        return files.stream().map(PlacedFile::layer).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<ProjectArtifact> artifactList() {
        return artifacts.stream().map(PlacedArtifact::artifact).toList();
    }
}
