package dev.layered.plan;

import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;

/**
 * A jar of the class path and its place in the image; which layer it goes to is the planner's to decide.
 *
 * @param isInBase whether the base image has it there, so that no layer of ours needs it
 */
public record PlacedArtifact(ProjectArtifact artifact, LayerEntry entry, boolean isInBase) {

    /** Returns the artifact's file at a path of the image; {@code modules} is the form of one that is a module. */
    public static PlacedArtifact of(ProjectArtifact artifact, String path, Content.Form modules) {
        Content.OfFile file = new Content.OfFile(artifact.file(), artifact.isModule() ? modules : Content.Form.AS_IS);
        String name = artifact.coordinates().toString();
        return new PlacedArtifact(artifact, PlacedFile.entry(path, file, name), false);
    }

    /** Returns the artifact's file as it is at a path of the image. */
    public static PlacedArtifact of(ProjectArtifact artifact, String path) {
        return of(artifact, path, Content.Form.AS_IS);
    }

    /** Returns the artifact as the base image has it, at a path of its own. */
    public PlacedArtifact inBase(String path) {
        return new PlacedArtifact(artifact, LayerEntry.file(path, entry.content(), false), true);
    }

    /** Returns the jar as a file of that layer. */
    PlacedFile in(String layer) {
        return new PlacedFile(layer, entry, artifact.coordinates().toString(), false);
    }
}
