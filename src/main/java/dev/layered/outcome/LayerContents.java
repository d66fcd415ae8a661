package dev.layered.outcome;

import dev.layered.image.Descriptor;
import java.util.Optional;

/**
 * One layer of an image.
 *
 * @param name of a layer of ours, else what the history says made it; empty where nothing does
 * @param key the layer key of a layer of ours, as {@code sha256:...}; else empty
 * @param compression as the media type tells: {@code gzip}, {@code zstd}, {@code none}
 * @param inside what is in it; empty where it cannot be read
 * @param unreadable why it cannot be read; empty where it can
 */
public record LayerContents(
        String name,
        String key,
        Descriptor blob,
        String compression,
        Optional<LayerInside> inside,
        String unreadable) {}
