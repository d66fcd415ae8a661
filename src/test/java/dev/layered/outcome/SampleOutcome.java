package dev.layered.outcome;

import dev.layered.image.Descriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Outcomes of a module's only image, of which every name stands for the whole. */
public final class SampleOutcome {

    private SampleOutcome() {}

    /** Returns the image under these names, of which the first is its own. */
    public static ImageOutcome image(String base, Descriptor target, List<PlatformOutcome> platforms, String... names) {
        List<TagOutcome> tags = Stream.of(names)
                .map(name -> new TagOutcome(name, target, Optional.empty()))
                .toList();
        return new ImageOutcome("", true, names[0], base, target, platforms, tags);
    }

    /** Returns what is told of an image of which nothing was sent or looked at. */
    public static PublishOutcome pushed(Descriptor target, String... names) {
        return new PublishOutcome(image("scratch", target, List.of(), names), Map.of(), false);
    }
}
