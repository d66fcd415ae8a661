package dev.layered.plan;

import dev.layered.image.Platform;
import java.util.Optional;

/**
 * A name that an image gets in a repository.
 *
 * @param reference registry, repository and tag
 * @param platform the one whose manifest the name stands for; empty where it stands for the whole image, its index, or
 *     its manifest where there is one platform and no index
 */
public record ImageName(String reference, Optional<Platform> platform) {}
