package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.ImageReference;
import java.util.List;
import java.util.Optional;

/** Reads what users write for an image in a registry: its reference, with or without {@code registry://} before it. */
public final class RegistryReference {

    /** What Jib writes before an image of a registry. */
    private static final String REGISTRY = "registry://";

    /** What skopeo and Podman write before an image that is elsewhere. */
    private static final List<String> ELSEWHERE = List.of("docker-daemon:", "containers-storage:", "dir:");

    private RegistryReference() {}

    /**
     * Returns the reference; empty where the text says that the image is elsewhere than in a registry.
     *
     * @throws LayeredFailure {@code image-reference} if the text is no reference
     */
    public static Optional<ImageReference> of(String text) {
        String name = text.startsWith(REGISTRY) ? text.substring(REGISTRY.length()) : text;
        boolean isElsewhere = name.contains("://") || ELSEWHERE.stream().anyMatch(name::startsWith);
        return isElsewhere ? Optional.empty() : Optional.of(ImageReference.parse(name));
    }
}
