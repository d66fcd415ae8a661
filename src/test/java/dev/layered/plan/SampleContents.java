package dev.layered.plan;

import dev.layered.image.Platform;
import dev.layered.layer.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Contents whose platforms all have one class path, as in most projects, and start nothing. */
public final class SampleContents {

    private SampleContents() {}

    /** Returns contents of artifacts alone, each {@code libs/} and the name of its file. */
    static PlanContents of(List<ProjectArtifact> artifacts, List<LayerRule> rules, DependencyTree tree) {
        List<PlacedArtifact> placed = artifacts.stream()
                .map(artifact ->
                        PlacedArtifact.of(artifact, "libs/" + artifact.file().getFileName(), Content.Form.AS_IS))
                .toList();
        PlanContents contents = of(List.of(), placed, List.of(Platform.LINUX_AMD64), LayeringChoice.DEFAULT);
        return new PlanContents(
                List.of(), contents.classPaths(), rules, tree, contents.layering(), contents.compression());
    }

    /** Returns contents of files alone. */
    public static PlanContents of(List<PlacedFile> files, List<Platform> platforms) {
        return of(files, List.of(), platforms, LayeringChoice.DEFAULT);
    }

    /** Returns contents without rules. */
    public static PlanContents of(
            List<PlacedFile> files, List<PlacedArtifact> artifacts, List<Platform> platforms, LayeringChoice layering) {
        return new PlanContents(
                files,
                same(ClassPath.of(artifacts), platforms),
                List.of(),
                DependencyTree.UNKNOWN,
                layering,
                CompressionChoice.DEFAULT);
    }

    /** Returns the plan with another class path on one platform. */
    public static ImagePlan changed(ImagePlan plan, Platform platform, UnaryOperator<ClassPath> change) {
        Map<Platform, ClassPath> classPaths =
                new LinkedHashMap<>(plan.contents().classPaths());
        classPaths.computeIfPresent(platform, (same, path) -> change.apply(path));
        return plan.of(plan.contents().with(classPaths, Trust.NONE));
    }

    /** Returns the contents with other artifacts and rules. */
    static PlanContents with(PlanContents contents, List<PlacedArtifact> artifacts, List<LayerRule> rules) {
        return new PlanContents(
                contents.files(),
                same(ClassPath.of(artifacts), List.copyOf(contents.classPaths().keySet())),
                rules,
                contents.tree(),
                contents.layering(),
                contents.compression());
    }

    /** Returns that class path for each platform, in their order. */
    public static Map<Platform, ClassPath> same(ClassPath path, List<Platform> platforms) {
        Map<Platform, ClassPath> paths = new LinkedHashMap<>();
        platforms.forEach(platform -> paths.put(platform, path));
        return paths;
    }

    /** Returns the files that a platform with that class path has besides its artifacts. */
    public static List<PlacedFile> files(List<PlacedFile> files, ClassPath path) {
        Map<Platform, ClassPath> one = same(path, List.of(Platform.LINUX_AMD64));
        return of(files, List.of()).with(one, Trust.NONE).files(Platform.LINUX_AMD64);
    }

    /** Returns the artifacts that every platform has. */
    static List<PlacedArtifact> artifacts(PlanContents contents) {
        return contents.classPaths().values().iterator().next().artifacts();
    }
}
