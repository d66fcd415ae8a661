package dev.layered.base;

import dev.layered.image.Digest;
import dev.layered.image.ImageReference;

/**
 * What a base image of a registry is called there.
 *
 * @param image the reference as the user wrote it
 * @param digest of the manifest or index that it stood for
 * @param isThere whether it was found there; else this run made it, and nobody need have pushed it yet
 */
public record BaseOrigin(ImageReference image, Digest digest, boolean isThere) {

    private static final String DOCKER_HUB = "docker.io";

    /**
     * Returns the name without what Docker lets people leave out. Of tag and digest it has the tag, by which the next
     * image of that name is found.
     */
    public String name() {
        boolean isOfDocker =
                image.registry().equals(DOCKER_HUB) && !image.repository().contains("/");
        String repository = isOfDocker ? "library/" + image.repository() : image.repository();
        String pinned = image.digest().map(named -> "@" + named).orElse(":" + BaseTarget.LATEST);
        return image.registry() + "/" + repository
                + image.tag().map(tag -> ":" + tag).orElse(pinned);
    }
}
