package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.ImageConfig;
import dev.layered.image.Platform;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.plan.BaseChoice;
import java.util.List;
import java.util.Optional;

/** A base image that lies on this machine: which of its images is that of a platform? */
final class StoredBase {

    private final List<PlatformImage> candidates;
    private final boolean asPublished;
    private final BaseChoice choice;

    /** Chooses among the images; {@code choice} is for messages. */
    StoredBase(List<StoredImage> images, boolean asPublished, BaseChoice choice) {
        this.candidates =
                images.stream().flatMap(image -> image.images().stream()).toList();
        this.asPublished = asPublished;
        this.choice = choice;
    }

    /**
     * Returns the image of the platform.
     *
     * @throws LayeredFailure {@code base-platform} if there is none, {@code base-ambiguous} if there are several
     */
    BaseImage image(Platform platform) {
        List<PlatformImage> matching = candidates.stream()
                .filter(candidate -> platform.matches(candidate.platform()))
                .toList();
        if (matching.isEmpty()) {
            throw LayeredFailure.mistake(
                    "base-platform",
                    "The base image " + Shown.quoted(choice) + " has no image for " + Shown.quoted(platform)
                            + "; it has " + offered() + ".",
                    choice.place(),
                    "name only platforms of the base, or choose a base that has " + platform);
        }
        if (matching.stream().map(c -> c.image().manifest().digest()).distinct().count() > 1) {
            throw LayeredFailure.mistake(
                    "base-ambiguous",
                    "The base image " + Shown.quoted(choice) + " holds several images for " + Shown.quoted(platform)
                            + ".",
                    choice.place(),
                    "copy the one you mean to a folder of its own, e.g. with skopeo copy, and name that folder");
        }
        return base(matching.get(0));
    }

    private String offered() {
        List<Platform> platforms = candidates.stream()
                .map(PlatformImage::platform)
                .distinct()
                .sorted()
                .toList();
        return platforms.isEmpty() ? "none" : Shown.list(platforms);
    }

    private BaseImage base(PlatformImage candidate) {
        ImageConfig config = candidate.image().config().value();
        ImageConfig exact = new ImageConfig(
                candidate.platform(),
                config.created(),
                config.author(),
                config.runtime(),
                config.diffIds(),
                config.history(),
                config.other());
        return new BaseImage(exact, candidate.image().layers(), asPublished, Optional.empty());
    }
}
