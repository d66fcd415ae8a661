package dev.layered.outcome;

import dev.layered.image.Platform;
import java.util.List;

/**
 * How two images differ.
 *
 * @param here the image that was looked at, as users name it
 * @param there the image that it was compared with
 * @param platforms that both have, in the order of the first
 * @param onlyHere platforms of the first alone
 * @param onlyThere platforms of the second alone
 */
public record ImageComparison(
        String here,
        String there,
        List<PlatformComparison> platforms,
        List<Platform> onlyHere,
        List<Platform> onlyThere) {}
