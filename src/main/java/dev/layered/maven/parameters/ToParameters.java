package dev.layered.maven.parameters;

import java.util.List;
import java.util.Optional;

/** The element {@code <to>}: the image to build. */
public final class ToParameters {

    /**
     * The image's name, with its registry and, if wanted, a tag. By default the project's artifactId. Example:
     * {@code registry.example.com/shop/cart}.
     */
    String image;

    /**
     * Further tags, beside that of the image's name. By default none. Example:
     * {@code <tags><tag>${project.version}</tag><tag>latest</tag></tags>}.
     */
    List<String> tags;

    /** Returns the image's name, or empty where the default is meant. */
    public Optional<String> image() {
        return Optional.ofNullable(image);
    }

    /** Returns the further tags in the order written. */
    public List<String> tags() {
        return Unset.none(tags);
    }

    @Override
    public String toString() {
        return image().orElse("the default name") + " with tags " + tags();
    }
}
