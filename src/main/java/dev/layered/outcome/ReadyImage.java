package dev.layered.outcome;

import dev.layered.image.Descriptor;
import dev.layered.image.Platform;
import java.nio.file.Path;
import java.util.List;

/**
 * An image that is ready in an image layout, whichever run made it.
 *
 * @param variant its name among several images of a module; empty where there is one
 * @param reference the image's name
 * @param target what the name stands for: the index, or the manifest of a single platform
 * @param layout the folder of the image layout
 */
public record ReadyImage(String variant, String reference, Descriptor target, List<Platform> platforms, Path layout) {}
