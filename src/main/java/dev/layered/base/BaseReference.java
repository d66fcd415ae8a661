package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.plan.BaseChoice;
import java.util.List;

/** Reads what users write for an image in a registry. */
public final class BaseReference {

    /** What Jib writes before an image of a registry. */
    private static final String REGISTRY = "registry://";

    /** What skopeo and Podman write before an image that is elsewhere. */
    private static final List<String> ELSEWHERE = List.of("docker-daemon:", "containers-storage:", "dir:");

    private BaseReference() {}

    /**
     * Returns the reference.
     *
     * @throws LayeredFailure {@code base-kind} if the image is told to be elsewhere than in a registry, {@code
     *     image-reference} if the text is no reference
     */
    public static ImageReference of(BaseChoice choice) {
        String text = choice.from();
        String name = text.startsWith(REGISTRY) ? text.substring(REGISTRY.length()) : text;
        if (name.contains("://") || ELSEWHERE.stream().anyMatch(name::startsWith)) {
            throw LayeredFailure.mistake(
                    "base-kind",
                    "The base image " + Shown.quoted(choice) + " is of a kind that is not read.",
                    choice.place(),
                    "name an image of a registry without anything before it; one of a daemon becomes"
                            + " 'docker-archive:base.tar' by docker save -o base.tar NAME");
        }
        try {
            return ImageReference.parse(name);
        } catch (LayeredFailure failure) {
            throw failure.at(choice.place());
        }
    }
}
