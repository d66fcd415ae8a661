package dev.layered.plan;

import dev.layered.layer.Content;
import java.util.List;

/** Contents of artifacts alone, each {@code libs/} and the name of its file. */
final class SampleContents {

    private SampleContents() {}

    static PlanContents of(List<ProjectArtifact> artifacts, List<LayerRule> rules, DependencyTree tree) {
        return of(artifacts, rules, tree, LayeringChoice.DEFAULT);
    }

    static PlanContents of(
            List<ProjectArtifact> artifacts, List<LayerRule> rules, DependencyTree tree, LayeringChoice layering) {
        List<PlacedArtifact> placed = artifacts.stream()
                .map(artifact ->
                        PlacedArtifact.of(artifact, "libs/" + artifact.file().getFileName(), Content.Form.AS_IS))
                .toList();
        return new PlanContents(List.of(), placed, rules, tree, layering);
    }
}
