package dev.layered.plan;

import java.util.List;

/**
 * Everything that is to be put into layers.
 *
 * @param files whose layer is known: classes, resources, what starts the application
 * @param artifacts whose layer the rules decide
 * @param rules of the user, in the order of the image
 * @param tree of the project's dependencies, for transitive rules
 */
public record PlanContents(
        List<PlacedFile> files, List<PlacedArtifact> artifacts, List<LayerRule> rules, DependencyTree tree) {

    List<ProjectArtifact> artifactList() {
        return artifacts.stream().map(PlacedArtifact::artifact).toList();
    }
}
