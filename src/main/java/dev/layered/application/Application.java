package dev.layered.application;

import dev.layered.plan.PlacedArtifact;
import dev.layered.plan.PlacedFile;
import java.util.List;
import java.util.Optional;

/**
 * An application laid out for an image.
 *
 * @param files of the project itself, and what starts it
 * @param artifacts of the class path, in Maven's order
 * @param entrypoint what starts it, or nothing where the base's is kept
 */
public record Application(List<PlacedFile> files, List<PlacedArtifact> artifacts, Optional<List<String>> entrypoint) {}
