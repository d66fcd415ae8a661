package dev.layered.plan;

import java.util.Optional;

/**
 * How many bytes an image and its application may have.
 *
 * @param image the files of our layers and the compressed layers of the base, of each platform
 * @param appLayer the files of the layers {@code classes} and {@code resources} together
 * @param isTold whether what has more is only warned of, as by a goal that makes nothing
 */
public record SizeLimits(Optional<Limit> image, Optional<Limit> appLayer, boolean isTold) {

    /** Everything may have any size. */
    public static final SizeLimits NONE = new SizeLimits(Optional.empty(), Optional.empty(), false);

    /**
     * How many bytes something may have.
     *
     * @param place the element that says so, for messages
     */
    public record Limit(long bytes, String place) {}
}
