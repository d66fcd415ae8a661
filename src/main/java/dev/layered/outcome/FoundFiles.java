package dev.layered.outcome;

import dev.layered.image.Platform;
import java.util.List;

/**
 * Where the paths that were asked for are in the image of one platform.
 *
 * @param image the name of the image; empty where it has none
 * @param files sorted by path
 * @param more paths that were found beyond these
 * @param unreadable layers that cannot be read, and why
 */
public record FoundFiles(String image, Platform platform, List<FoundFile> files, int more, List<String> unreadable) {}
