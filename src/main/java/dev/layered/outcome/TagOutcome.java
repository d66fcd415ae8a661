package dev.layered.outcome;

import dev.layered.image.Descriptor;
import dev.layered.image.Platform;
import java.util.Optional;

/**
 * What a name of an image stands for.
 *
 * @param name registry, repository and tag
 * @param target the index, or a manifest
 * @param platform the one whose manifest it is, where the name is for that alone
 */
public record TagOutcome(String name, Descriptor target, Optional<Platform> platform) {}
