package dev.layered.plan;

import java.nio.file.Path;
import java.util.List;

/** Artifacts from short texts. */
public final class SampleArtifact {

    private SampleArtifact() {}

    /** Returns {@code groupId:artifactId[:type:classifier]:version [scope] [module]}, by default a compiled-in jar. */
    public static ProjectArtifact of(String text) {
        List<String> words = List.of(text.split(" "));
        boolean isModule = words.contains("module");
        String scope = words.size() == 1 || words.get(1).equals("module") ? "compile" : words.get(1);
        Path file = Path.of("repository", words.get(0).replace(':', '_') + ".jar");
        return new ProjectArtifact(coordinates(words.get(0)), "jar", scope, isModule, file, 0);
    }

    /** Returns the same with a file of its own. */
    public static ProjectArtifact of(String text, Path file) {
        ProjectArtifact artifact = of(text);
        return ProjectArtifact.of(artifact.coordinates(), "jar", artifact.scope(), artifact.isModule(), file);
    }

    /** Returns the same of that size. */
    public static ProjectArtifact sized(ProjectArtifact artifact, long bytes) {
        return new ProjectArtifact(
                artifact.coordinates(),
                artifact.extension(),
                artifact.scope(),
                artifact.isModule(),
                artifact.file(),
                bytes);
    }

    /** Returns {@code groupId:artifactId[[:type:classifier]:version]}, by default version 1. */
    public static Coordinates coordinates(String text) {
        String[] parts = text.split(":", -1);
        return switch (parts.length) {
            case 2 -> new Coordinates(parts[0], parts[1], "jar", "", "1");
            case 3 -> new Coordinates(parts[0], parts[1], "jar", "", parts[2]);
            default -> new Coordinates(parts[0], parts[1], parts[2], parts[3], parts[4]);
        };
    }
}
