package dev.layered.outcome;

import dev.layered.image.Descriptor;
import java.util.List;

/**
 * An image that a run made or published.
 *
 * @param variant its name among several images of a module; empty where there is one
 * @param isDefault whether it is the image that is meant where no variant is named
 * @param reference the image's name
 * @param base where the base image came from, as the user wrote it
 * @param target what the name stands for: the index, or the manifest of a single platform
 * @param platforms empty where nothing was looked at, since it was known to be there
 * @param tags every name that the image has or would have in a registry
 */
public record ImageOutcome(
        String variant,
        boolean isDefault,
        String reference,
        String base,
        Descriptor target,
        List<PlatformOutcome> platforms,
        List<TagOutcome> tags) {

    /** Returns the name for people, with the variant where there are several. */
    public String shown() {
        return variant.isEmpty() ? reference : reference + " (" + variant + ")";
    }
}
