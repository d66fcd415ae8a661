package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.ImageConfig;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.plan.BaseChoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The images that a base image consists of: which of them is that of a platform? */
final class BaseCandidates {

    private final List<PlatformImage> candidates;
    private final List<Platform> unread;
    private final boolean asPublished;
    private final Optional<BaseOrigin> origin;
    private final BaseChoice choice;

    /** Chooses among images of this machine; {@code choice} is for messages. */
    static BaseCandidates stored(List<StoredImage> images, boolean asPublished, BaseChoice choice) {
        return new BaseCandidates(images, asPublished, Optional.empty(), choice);
    }

    /** Chooses among the images of what the same run made under a name. */
    static BaseCandidates built(StoredImage image, ImageReference reference, BaseChoice choice) {
        BaseOrigin origin = new BaseOrigin(reference, image.target().digest(), false);
        return new BaseCandidates(List.of(image), true, Optional.of(origin), choice);
    }

    /** Chooses among the images of a reference in a registry. */
    static BaseCandidates published(StoredImage image, ImageReference reference, BaseChoice choice) {
        BaseOrigin origin = new BaseOrigin(reference, image.target().digest(), true);
        return new BaseCandidates(List.of(image), true, Optional.of(origin), choice);
    }

    private BaseCandidates(
            List<StoredImage> images, boolean asPublished, Optional<BaseOrigin> origin, BaseChoice choice) {
        this.candidates =
                images.stream().flatMap(image -> image.images().stream()).toList();
        this.unread = images.stream().flatMap(image -> image.unread().stream()).toList();
        this.asPublished = asPublished;
        this.origin = origin;
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
                    "name the one you mean alone: by its digest in a registry, or in a folder of its own, e.g. made by"
                            + " skopeo copy");
        }
        return base(matching.get(0));
    }

    private String offered() {
        List<Platform> platforms = Stream.concat(candidates.stream().map(PlatformImage::platform), unread.stream())
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
        return new BaseImage(exact, candidate.image().layers(), asPublished, origin);
    }
}
