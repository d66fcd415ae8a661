package dev.layered.application;

import dev.layered.plan.PlacedFile;
import java.util.List;
import java.util.Optional;

/**
 * An application laid out for an image.
 *
 * @param entrypoint what starts it, or nothing where the base's is kept
 */
public record Application(List<PlacedFile> files, Optional<List<String>> entrypoint) {}
