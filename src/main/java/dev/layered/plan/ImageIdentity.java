package dev.layered.plan;

import dev.layered.failure.Shown;
import java.nio.file.Path;
import java.util.List;

/**
 * What an image is called, and where a push brings it.
 *
 * @param variant its name among several images of a module; empty where there is one
 * @param isDefault whether it is the image that is meant where no variant is named
 * @param isBase whether other images are to stand on it, so that it tells what it holds
 * @param reference its name in an image layout
 * @param targets the repositories that get it and its names there, at least one, the main one first
 */
public record ImageIdentity(
        String variant, boolean isDefault, boolean isBase, String reference, List<ImageTarget> targets) {

    /** The folder that has one for each variant but the default one. */
    public static final String VARIANTS = "variants";

    /** Returns the name for people, with the variant where there are several. */
    public String shown() {
        return variant.isEmpty() ? reference : reference + " (" + variant + ")";
    }

    /** Returns how a message about one of its platforms begins. */
    public String inMessage() {
        return variant.isEmpty() ? "The image" : "The image " + Shown.quoted(variant);
    }

    /** Returns the folder for what is told about this image alone; {@code output} is that of the default one. */
    public Path folder(Path output) {
        return isDefault ? output : folder(output, variant);
    }

    /** Returns the folder of a variant that is not the default one. */
    public static Path folder(Path output, String variant) {
        return output.resolve(VARIANTS).resolve(variant);
    }

    /** Returns all names in all repositories. */
    public List<ImageName> names() {
        return targets.stream().flatMap(target -> target.names().stream()).toList();
    }
}
