package dev.layered.suggest;

import dev.layered.plan.ProjectArtifact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an application was made of at one time.
 *
 * @param artifacts of its class path
 * @param own its own classes and resources, as one piece
 */
public record PastImage(List<PastArtifact> artifacts, Piece own) {

    /** Returns all that is in it. */
    Set<Piece> pieces() {
        Set<Piece> pieces = new HashSet<>();
        artifacts.forEach(artifact -> pieces.add(artifact.piece()));
        pieces.add(own);
        return pieces;
    }

    /** Returns the groupIds of its modules. */
    Set<String> house() {
        return artifacts.stream()
                .map(PastArtifact::artifact)
                .filter(ProjectArtifact::isModule)
                .map(artifact -> artifact.coordinates().groupId())
                .collect(Collectors.toSet());
    }

    /** Returns what the project itself is made of: its modules and its own. */
    Set<Piece> code() {
        Set<Piece> code = artifacts.stream()
                .filter(past -> past.artifact().isModule())
                .map(PastArtifact::piece)
                .collect(Collectors.toCollection(HashSet::new));
        code.add(own);
        return code;
    }
}
