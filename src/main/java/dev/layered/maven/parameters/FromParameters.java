package dev.layered.maven.parameters;

import dev.layered.base.BaseReference;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.BaseChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The element {@code <from>}: the image to build on. */
public final class FromParameters extends LoginParameters {

    /** What is no image in a registry. */
    private static final Pattern ON_DISK =
            Pattern.compile("scratch|(oci|oci-archive|docker-archive):.*", Pattern.DOTALL);

    /**
     * The base image: one of a registry, {@code scratch}, {@code oci:} and the folder of an image layout, {@code
     * oci-archive:} and an archive of one, or {@code docker-archive:} and an archive of {@code docker save}. By default
     * Eclipse Temurin's for the Java that the project is compiled for. Example: {@code eclipse-temurin:21-jre}.
     */
    String image;

    /**
     * The platforms to build for. By default {@code linux/amd64} alone. Example:
     * {@code <platforms><platform>linux/amd64</platform><platform>linux/arm64</platform></platforms>}.
     */
    List<PlatformParameters> platforms;

    /**
     * Returns this element, a variant's, with what it leaves out as the other one, the project's, has it.
     *
     * <p>The login is taken as a whole, and only where it goes to the same registry as in the project: nobody's password
     * goes to the registry of a base that another variant names.
     */
    FromParameters over(FromParameters outer) {
        FromParameters merged = new FromParameters();
        merged.image = image == null ? outer.image : image;
        merged.platforms = platforms == null || platforms.isEmpty() ? outer.platforms : platforms;
        merged.take(hasLogin() || !isOfRegistryOf(outer) ? this : outer);
        return merged;
    }

    private boolean isOfRegistryOf(FromParameters outer) {
        Optional<String> registry = inRegistry(Optional.empty()).map(ImageReference::registry);
        return image == null
                || outer.inRegistry(Optional.empty())
                        .filter(reference ->
                                registry.isPresent() && registry.get().equalsIgnoreCase(reference.registry()))
                        .isPresent();
    }

    /** Whether a base image is named. */
    public boolean isNamed() {
        return image != null;
    }

    /**
     * Returns the base image; notes {@code base-none} where there is none.
     *
     * @param usual the one that is taken where none is named
     */
    public String image(Optional<String> usual, Reading from) {
        Optional<String> chosen = chosen(usual);
        if (chosen.isEmpty()) {
            from.at("image")
                    .mistake(
                            "base-none",
                            "No base image is named, and nothing tells for which Java the project is compiled.",
                            "set the property maven.compiler.release, or name a base in <from><image>, e.g."
                                    + " eclipse-temurin:21-jre");
        }
        return chosen.orElse("");
    }

    /**
     * Returns the base image, where it is one in a registry.
     *
     * @param usual the one that is taken where none is named
     */
    public Optional<ImageReference> inRegistry(Optional<String> usual) {
        Mistakes unheard = new Mistakes(); // told where the base image is looked for
        return chosen(usual)
                .filter(text -> !ON_DISK.matcher(text).matches())
                .flatMap(text -> unheard.collect(() -> BaseReference.of(new BaseChoice(text, ""))));
    }

    private Optional<String> chosen(Optional<String> usual) {
        return Optional.ofNullable(image).map(String::strip).or(() -> usual);
    }

    /** Returns the platforms in the order written; notes {@code platform-form} and {@code platform-twice}. */
    public List<Platform> platforms(Reading from) {
        if (platforms == null || platforms.isEmpty()) {
            return List.of(Platform.LINUX_AMD64);
        }
        List<Platform> read = new ArrayList<>();
        for (int i = 0; i < platforms.size(); i++) {
            Reading item = from.at("platforms").item(i);
            item.value(platforms.get(i)::platform).ifPresent(platform -> add(platform, read, item));
        }
        return read;
    }

    private static void add(Platform platform, List<Platform> read, Reading item) {
        if (read.stream().anyMatch(platform::matches)) {
            item.mistake(
                    "platform-twice",
                    "The platform " + Shown.quoted(platform) + " stands twice.",
                    "remove one of the two");
        } else {
            read.add(platform);
        }
    }
}
