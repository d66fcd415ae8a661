package dev.layered.plan;

import dev.layered.layer.Compression;
import java.util.Map;

/**
 * How layers are compressed.
 *
 * @param usual of each layer of which nothing else is said
 * @param layers what is said of layers, by their name
 */
public record CompressionChoice(Compression usual, Map<String, Compression> layers) {

    /** What holds where nothing is set. */
    public static final CompressionChoice DEFAULT = new CompressionChoice(Compression.GZIP, Map.of());

    /** Copies the map. */
    public CompressionChoice {
        layers = Map.copyOf(layers);
    }

    /** Returns the compression of the layer of that name, and of those that become of it. */
    public Compression of(String layer) {
        return layers.getOrDefault(layer, usual);
    }
}
