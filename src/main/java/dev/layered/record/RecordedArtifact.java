package dev.layered.record;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a record says of an artifact of the class path.
 *
 * @param coordinates for people
 * @param layer the name of the layer that it is in
 * @param source the file that was copied
 * @param inBase its path in the image, where the base image has it and no layer of ours does
 */
public record RecordedArtifact(String coordinates, String layer, Path source, Optional<String> inBase) {}
