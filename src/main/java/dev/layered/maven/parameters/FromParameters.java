package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.maven.configuration.Reading;
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
     * The base image: {@code scratch}, {@code oci:} and the folder of an image layout, {@code oci-archive:} and an
     * archive of one, or {@code docker-archive:} and an archive of {@code docker save}. No default. Example:
     * {@code oci:base}.
     */
    String image;

    /**
     * The platforms to build for. By default {@code linux/amd64} alone. Example:
     * {@code <platforms><platform>linux/amd64</platform><platform>linux/arm64</platform></platforms>}.
     */
    List<PlatformParameters> platforms;

    /** Returns the base image; notes {@code base-none} where there is none. */
    public String image(Reading from) {
        if (image == null) {
            from.at("image")
                    .mistake(
                            "base-none",
                            "No base image is named.",
                            "name one in <from><image>: 'scratch', 'oci:' and the folder of an image layout, or 'oci-archive:' or"
                                    + " 'docker-archive:' and a file");
            return "";
        }
        return image.strip();
    }

    @Override
    public Optional<ImageReference> inRegistry() {
        return Optional.ofNullable(image)
                .map(String::strip)
                .filter(text -> !ON_DISK.matcher(text).matches())
                .flatMap(LoginParameters::reference);
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
