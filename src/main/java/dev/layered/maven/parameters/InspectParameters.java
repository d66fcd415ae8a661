package dev.layered.maven.parameters;

import dev.layered.image.Platform;
import dev.layered.maven.configuration.Reading;
import java.util.Optional;

/** The element {@code <inspect>}: what the goal {@code inspect} shows. */
public final class InspectParameters {

    /**
     * The image to look into: one of a registry, {@code oci:} and a folder, {@code oci-archive:} or {@code docker-archive:}
     * and a file. By default what {@code build} made, else what {@code push} published. Example: {@code shop/cart:1.0}.
     */
    String image;

    /**
     * Paths to look for: an absolute path, a file name, or a pattern. By default the whole image is shown. Example:
     * {@code /app/classes/**}.
     */
    String file;

    /** An image to compare with, written as the other. By default none. Example: {@code docker-archive:old.tar}. */
    String against;

    /** The only platform to look at. By default all. Example: {@code linux/arm64}. */
    String platform;

    /** Whether long lists are shown to their end. By default they are cut. Example: {@code true}. */
    boolean all;

    /** Returns the image, or nothing where the project's own is meant. */
    public Optional<String> image() {
        return text(image);
    }

    /** Returns the paths to look for, if any. */
    public Optional<String> file() {
        return text(file);
    }

    /** Returns the image to compare with, if any; notes {@code inspect-question} where paths are to be found as well. */
    public Optional<String> against(Reading inspect) {
        if (text(file).isPresent() && text(against).isPresent()) {
            inspect.at("against")
                    .mistake(
                            "inspect-question",
                            "The goal cannot look for a file and compare two images at once.",
                            "leave out layered.inspect.file or layered.inspect.against");
        }
        return text(against);
    }

    /** Returns the only platform to look at, if any; notes {@code platform-form}. */
    public Optional<Platform> platform(Reading inspect) {
        return text(platform).flatMap(name -> inspect.at("platform").value(() -> Platform.parse(name)));
    }

    /** Whether lists are shown to their end. */
    public boolean isAll() {
        return all;
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
