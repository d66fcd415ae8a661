package dev.layered.base;

import dev.layered.image.Digest;
import dev.layered.image.ImageReference;
import java.util.Collection;
import java.util.Optional;

/**
 * What a base image of a registry is called there.
 *
 * @param image the reference as the user wrote it
 * @param digest of the manifest or index that it stood for
 * @param isThere whether it was found there; else this run made it, and nobody need have pushed it yet
 */
public record BaseOrigin(ImageReference image, Digest digest, boolean isThere) {

    /** Returns what the first of the base images is called that has a name. */
    public static Optional<BaseOrigin> of(Collection<BaseImage> bases) {
        return bases.stream().flatMap(base -> base.origin().stream()).findFirst();
    }

    /**
     * Returns the name without what Docker lets people leave out. Of tag and digest it has the tag, by which the next
     * image of that name is found.
     */
    public String name() {
        String pinned = image.digest().map(named -> "@" + named).orElse(":" + BaseTarget.LATEST);
        return image.registry() + "/" + image.wholeRepository()
                + image.tag().map(tag -> ":" + tag).orElse(pinned);
    }
}
