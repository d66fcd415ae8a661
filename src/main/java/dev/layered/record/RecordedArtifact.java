package dev.layered.record;

import java.nio.file.Path;

/**
 * What a record says of an artifact of the class path.
 *
 * @param coordinates for people
 * @param layer the name of the layer that it is in
 * @param source the file that was copied
 */
public record RecordedArtifact(String coordinates, String layer, Path source) {}
