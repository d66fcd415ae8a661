package dev.layered.plan;

import dev.layered.image.Platform;
import java.util.Optional;

/**
 * One name of an image in a registry, and what it stands for.
 *
 * @param reference registry, repository and tag
 * @param platform the one whose manifest it names; empty where it names the whole image: its index, or the manifest of its
 *     only platform
 */
public record ImageName(String reference, Optional<Platform> platform) {

    @Override
    public String toString() {
        return reference;
    }
}
