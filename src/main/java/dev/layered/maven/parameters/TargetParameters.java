package dev.layered.maven.parameters;

import dev.layered.failure.Mistakes;
import dev.layered.image.ImageReference;
import java.util.List;
import java.util.Optional;

/** One {@code <target>}: a further repository that gets the image. */
public final class TargetParameters extends LoginParameters {

    /**
     * The repository, with its registry and, if wanted, a tag. No default. Example:
     * {@code mirror.example.com/shop/cart}.
     */
    String image;

    /**
     * Its tags, written as those of {@code <to>}. By default those of {@code <to>}. Example:
     * {@code <tags><tag>{version}</tag></tags>}.
     */
    List<String> tags;

    /** Takes the short form, the image alone. */
    public void set(String shortForm) {
        image = shortForm;
    }

    /** Returns the repository, where one is named. */
    public Optional<ImageReference> inRegistry() {
        Mistakes unheard = new Mistakes(); // told where the image's name is read
        return Optional.ofNullable(image).flatMap(name -> unheard.collect(() -> ImageReference.parse(name)));
    }
}
