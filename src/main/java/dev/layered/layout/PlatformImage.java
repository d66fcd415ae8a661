package dev.layered.layout;

import dev.layered.image.Image;
import dev.layered.image.Platform;
import java.util.Optional;

/**
 * The image of one platform.
 *
 * @param platform as exact as index and config together tell it
 */
public record PlatformImage(Platform platform, Image image) {

    /** Some configs leave out the variant that the index names. */
    static PlatformImage of(Optional<Platform> inIndex, Image image) {
        Platform inConfig = image.platform();
        Platform exact = inIndex.filter(platform -> inConfig.variant().isEmpty()
                        && platform.os().equals(inConfig.os())
                        && platform.architecture().equals(inConfig.architecture()))
                .orElse(inConfig);
        return new PlatformImage(exact, image);
    }
}
