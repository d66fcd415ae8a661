package dev.layered.plan;

import dev.layered.image.Platform;
import java.util.List;
import java.util.Set;

/**
 * A user's rule which artifacts go into one layer: a {@code <depLayer>}.
 *
 * @param includes at least one must match; where there is none, any artifact does
 * @param excludes none may match
 * @param scopes of the artifacts meant: compile, runtime, system
 * @param platforms the images it is for; empty for all
 * @param traits what else the user asked for
 * @param place where it was written, for messages
 */
public record LayerRule(
        String name,
        List<ArtifactPattern> includes,
        List<ArtifactPattern> excludes,
        Set<String> scopes,
        List<Platform> platforms,
        Set<Trait> traits,
        String place) {

    /** What a rule can be besides its patterns. */
    public enum Trait {
        /** It takes what nobody else takes, wherever it stands. */
        CATCH_ALL,
        /** It takes nothing itself: it gives the standard layer of its name this place. */
        PLACE,
        /** It may take nothing. */
        OPTIONAL,
        /** Each of the artifacts that it takes has a layer of its own. */
        PER_ARTIFACT,
        /** It also takes what is in the dependency tree only because of the artifacts that it matches. */
        TRANSITIVE
    }

    /** Whether the rule is of that trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether the rule is for images of that platform. */
    public boolean isFor(Platform platform) {
        return platforms.isEmpty() || platforms.stream().anyMatch(wanted -> wanted.matches(platform));
    }

    /** Whether scope and patterns match. */
    public boolean matches(ProjectArtifact artifact) {
        return !is(Trait.PLACE)
                && scopes.contains(artifact.scope())
                && (includes.isEmpty() || includes.stream().anyMatch(p -> p.matches(artifact.coordinates())))
                && excludes.stream().noneMatch(p -> p.matches(artifact.coordinates()));
    }
}
