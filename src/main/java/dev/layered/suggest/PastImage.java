package dev.layered.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an application was made of at one time.
 *
 * @param artifacts of its class path
 * @param own its own classes and resources, as one piece
 */
record PastImage(List<PastArtifact> artifacts, Piece own) {

    /** Returns all that is in it. */
    Set<Piece> pieces() {
        Set<Piece> pieces = new HashSet<>();
        artifacts.forEach(artifact -> pieces.add(artifact.piece()));
        pieces.add(own);
        return pieces;
    }
}
