package dev.layered.base;

import dev.layered.image.Digest;
import dev.layered.image.ImageReference;

/**
 * Where in a registry a base image was found.
 *
 * @param image the reference as the user wrote it
 * @param digest of the manifest or index that it stood for
 */
public record BaseOrigin(ImageReference image, Digest digest) {

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
