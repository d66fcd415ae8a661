package dev.layered.plan;

import dev.layered.layering.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A resolved artifact of the project's class path.
 *
 * @param extension of the file name, without a dot
 * @param scope compile, runtime or system
 * @param isModule whether it is a module of the same source tree
 * @param bytes size of the file; {@link #UNREADABLE} where it cannot be read
 * @param origin why it is on the class path
 */
public record ProjectArtifact(
        Coordinates coordinates,
        String extension,
        String scope,
        boolean isModule,
        Path file,
        long bytes,
        ArtifactOrigin origin) {

    /** In place of a size: that the file cannot be read is told when it is. */
    public static final long UNREADABLE = -1;

    /** An artifact of Maven's class path that every image has. */
    public ProjectArtifact(
            Coordinates coordinates, String extension, String scope, boolean isModule, Path file, long bytes) {
        this(coordinates, extension, scope, isModule, file, bytes, ArtifactOrigin.MAVEN);
    }

    /** Returns an artifact with the size that its file has now. */
    public static ProjectArtifact of(
            Coordinates coordinates, String extension, String scope, boolean isModule, Path file) {
        long bytes;
        try {
            bytes = Files.size(file);
        } catch (IOException e) {
            bytes = UNREADABLE;
        }
        return new ProjectArtifact(coordinates, extension, scope, isModule, file, bytes);
    }

    /** Returns the artifact with another reason to be there. */
    public ProjectArtifact because(ArtifactOrigin why) {
        return new ProjectArtifact(coordinates, extension, scope, isModule, file, bytes, why);
    }

    /** Returns the artifact of Maven's dependency tree that it is, or stands for. */
    Coordinates inTree() {
        return origin.inPlaceOf().orElse(coordinates);
    }

    /** Whether it is a snapshot, so that its content may change under the same name. */
    public boolean isSnapshot() {
        return coordinates.baseVersion().endsWith("-SNAPSHOT");
    }

    /** Returns it as what may get a layer of its own. */
    Member member() {
        return new Member(
                coordinates.groupId(),
                coordinates.artifactId(),
                coordinates.type(),
                coordinates.classifier(),
                coordinates.baseVersion(),
                Math.max(0, bytes));
    }

    /** Returns {@code artifactId-version[-classifier].extension}, the name in a Maven repository by base version. */
    public String fileName() {
        String classifier = coordinates.classifier().isEmpty() ? "" : "-" + coordinates.classifier();
        return coordinates.artifactId() + "-" + coordinates.baseVersion() + classifier + "." + extension;
    }
}
