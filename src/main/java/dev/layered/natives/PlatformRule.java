package dev.layered.natives;

import dev.layered.image.Platform;
import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.Coordinates;
import java.util.List;
import java.util.Optional;

/**
 * A user's rule what becomes of artifacts in images of a platform: a {@code <platformArtifact>}.
 *
 * @param platforms the images it is for; empty for all
 * @param replacement what goes in instead; none for the usual sibling
 * @param mayBeMissing whether the artifact is left out where nothing stands in its place
 * @param place where it was written, for messages
 */
public record PlatformRule(
        ArtifactPattern artifacts,
        List<Platform> platforms,
        Replacement replacement,
        Use use,
        boolean mayBeMissing,
        String place) {

    /** What becomes of an artifact. */
    public enum Use {
        /** Another stands in its place. */
        OTHER,
        /** It goes in as it is. */
        KEEP,
        /** It is left out. */
        SKIP,
        /** The build fails where it is for another platform. */
        FAIL
    }

    /** The parts in which another artifact differs; the others are those of the artifact that it replaces. */
    public record Replacement(
            Optional<String> groupId,
            Optional<String> artifactId,
            Optional<String> classifier,
            Optional<String> version) {

        /** Nothing differs. */
        public static final Replacement NONE =
                new Replacement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Returns the artifact that replaces this one. */
        Coordinates of(Coordinates artifact) {
            return new Coordinates(
                    groupId.orElse(artifact.groupId()),
                    artifactId.orElse(artifact.artifactId()),
                    artifact.type(),
                    classifier.orElse(artifact.classifier()),
                    version.orElse(artifact.baseVersion()));
        }

        /** Whether the artifact replaces itself. */
        boolean isOf(Coordinates artifact) {
            return groupId.orElse(artifact.groupId()).equals(artifact.groupId())
                    && artifactId.orElse(artifact.artifactId()).equals(artifact.artifactId())
                    && classifier.orElse(artifact.classifier()).equals(artifact.classifier())
                    && version.orElse(artifact.baseVersion()).equals(artifact.baseVersion());
        }
    }

    /** Whether the rule says what becomes of the artifact in images of the platform. */
    boolean matches(Coordinates artifact, Platform platform) {
        return artifacts.matches(artifact)
                && (platforms.isEmpty() || platforms.stream().anyMatch(wanted -> wanted.matches(platform)));
    }

    /** Whether the user names what stands in the artifact's place. */
    boolean isReplacing() {
        return use == Use.OTHER && !replacement.equals(Replacement.NONE);
    }
}
