package dev.layered.suggest;

import dev.layered.plan.ProjectArtifact;

/**
 * A library or module of an image of the past.
 *
 * @param artifact whose file need not be there
 * @param content a word that changes with its bytes: a version, or a digest where the version stays
 */
public record PastArtifact(ProjectArtifact artifact, String content) {

    /** Returns it as a piece. */
    Piece piece() {
        return new Piece(artifact.coordinates() + " " + content, Math.max(0, artifact.bytes()));
    }
}
