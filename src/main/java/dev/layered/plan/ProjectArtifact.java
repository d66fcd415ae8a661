package dev.layered.plan;

import java.nio.file.Path;

/**
 * A resolved artifact of the project's class path.
 *
 * @param extension of the file name, without a dot
 * @param scope compile, runtime or system
 * @param isModule whether it is a module of the same source tree
 */
public record ProjectArtifact(Coordinates coordinates, String extension, String scope, boolean isModule, Path file) {

    /** Whether it is a snapshot, so that its content may change under the same name. */
    public boolean isSnapshot() {
        return coordinates.baseVersion().endsWith("-SNAPSHOT");
    }

    /** Returns {@code artifactId-version[-classifier].extension}, the name in a Maven repository by base version. */
    public String fileName() {
        String classifier = coordinates.classifier().isEmpty() ? "" : "-" + coordinates.classifier();
        return coordinates.artifactId() + "-" + coordinates.baseVersion() + classifier + "." + extension;
    }
}
