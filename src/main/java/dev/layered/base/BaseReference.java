package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.plan.BaseChoice;
import dev.layered.registry.RegistryReference;

/** Reads what users write for an image in a registry. */
public final class BaseReference {

    private BaseReference() {}

    /**
     * Returns the reference.
     *
     * @throws LayeredFailure {@code base-kind} if the image is told to be elsewhere than in a registry, {@code
     *     image-reference} if the text is no reference
     */
    public static ImageReference of(BaseChoice choice) {
        try {
            return RegistryReference.of(choice.from()).orElseThrow(() -> elsewhere(choice));
        } catch (LayeredFailure failure) {
            throw failure.at(choice.place());
        }
    }

    private static LayeredFailure elsewhere(BaseChoice choice) {
        return LayeredFailure.mistake(
                "base-kind",
                "The base image " + Shown.quoted(choice) + " is of a kind that is not read.",
                choice.place(),
                "name an image of a registry without anything before it; one of a daemon becomes"
                        + " 'docker-archive:base.tar' by docker save -o base.tar NAME");
    }
}
