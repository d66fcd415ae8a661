package dev.layered.outcome;

import dev.layered.image.Descriptor;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run made.
 *
 * @param reference the image's name
 * @param base where the base image came from, as the user wrote it
 * @param target what the name stands for: the index, or the manifest of a single platform
 * @param layout the folder of the image layout
 * @param emptyLayers names of planned layers that hold nothing and were left out
 * @param unchanged whether the layout held exactly this image before, so that nothing was written
 */
public record BuildOutcome(
        String reference,
        String base,
        Descriptor target,
        List<PlatformOutcome> platforms,
        Path layout,
        List<String> emptyLayers,
        boolean unchanged) {

    /** Returns the image alone. */
    public ReadyImage image() {
        return new ReadyImage(
                reference,
                target,
                platforms.stream().map(PlatformOutcome::platform).toList(),
                layout);
    }
}
