package dev.layered.outcome;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run made.
 *
 * @param layout the folder of the image layout
 * @param emptyLayers names of planned layers that hold nothing and were left out
 * @param unchanged whether the layout held exactly these images before, so that nothing was written
 */
public record BuildOutcome(ImageOutcome image, Path layout, List<String> emptyLayers, boolean unchanged) {

    /** Returns the image alone. */
    public ReadyImage ready() {
        return new ReadyImage(
                image.variant(),
                image.reference(),
                image.target(),
                image.platforms().stream().map(PlatformOutcome::platform).toList(),
                layout);
    }
}
