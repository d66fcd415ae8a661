package dev.layered.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the class path of one variant differs from the project's.
 *
 * @param includes what is added at its end, in order
 * @param excludes what is left out; it wins over {@code replaces}
 * @param replaces what stands in the place of something else; of several that match the first counts
 */
public record ArtifactSwap(List<Coordinates> includes, List<ArtifactPattern> excludes, List<Replace> replaces) {

    /** The class path as it is. */
    public static final ArtifactSwap NONE = new ArtifactSwap(List.of(), List.of(), List.of());

    /** Takes copies of the lists. */
    public ArtifactSwap {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        replaces = List.copyOf(replaces);
    }

    /**
     * What stands in the place of artifacts.
     *
     * @param by of an empty version where it is that of the artifact replaced
     */
    public record Replace(ArtifactPattern artifact, Coordinates by) {

        private Coordinates of(Coordinates replaced) {
            return by.baseVersion().isEmpty()
                    ? new Coordinates(by.groupId(), by.artifactId(), by.type(), by.classifier(), replaced.baseVersion())
                    : by;
        }
    }

    /**
     * An artifact of the variant.
     *
     * @param original of the project that it was made of: itself, or another one that it replaces; empty where it was added
     */
    public record Swapped(Coordinates wanted, Optional<Coordinates> original) {

        /** Whether it stands in the place of another one. */
        public boolean isReplacement() {
            return original.filter(was -> !was.equals(wanted)).isPresent();
        }
    }

    /**
     * What became of a class path.
     *
     * @param artifacts in order, each once, where it first stands
     * @param excluded what was left out, in order
     * @param unused patterns that matched nothing, in the order written, excludes first
     */
    public record Applied(List<Swapped> artifacts, List<Coordinates> excluded, List<ArtifactPattern> unused) {}

    /** Returns what becomes of a class path. A pattern counts as used by what it matches, also where another one wins. */
    public Applied apply(List<Coordinates> project) {
        List<Swapped> artifacts = new ArrayList<>();
        List<Coordinates> excluded = new ArrayList<>();
        Set<Coordinates> known = new HashSet<>();
        for (Coordinates artifact : project) {
            if (excludes.stream().anyMatch(pattern -> pattern.matches(artifact))) {
                excluded.add(artifact);
                continue;
            }
            Coordinates wanted = replaces.stream()
                    .filter(replace -> replace.artifact().matches(artifact))
                    .findFirst()
                    .map(replace -> replace.of(artifact))
                    .orElse(artifact);
            if (known.add(wanted)) {
                artifacts.add(new Swapped(wanted, Optional.of(artifact)));
            }
        }
        for (Coordinates added : includes) {
            if (known.add(added)) {
                artifacts.add(new Swapped(added, Optional.empty()));
            }
        }
        return new Applied(List.copyOf(artifacts), List.copyOf(excluded), unused(project));
    }

    private List<ArtifactPattern> unused(List<Coordinates> project) {
        List<ArtifactPattern> patterns = new ArrayList<>(excludes);
        replaces.forEach(replace -> patterns.add(replace.artifact()));
        patterns.removeIf(pattern -> project.stream().anyMatch(pattern::matches));
        return List.copyOf(patterns);
    }
}
