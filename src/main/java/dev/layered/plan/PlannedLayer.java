package dev.layered.plan;

import dev.layered.layer.Compression;
import dev.layered.layer.LayerEntry;
import java.util.List;

/**
 * A layer that is to be made: its name and, sorted by path, what is in it, and how it is compressed.
 *
 * <p>Layers of different platforms that hold the same are equal, and are made once.
 */
public record PlannedLayer(String name, List<LayerEntry> entries, Compression compression) {

    /** Returns the layer with something else in it, sorted by path. */
    public PlannedLayer with(List<LayerEntry> others) {
        return new PlannedLayer(name, others, compression);
    }

    /** Returns the paths in the image, sorted and without a slash before them. */
    public List<String> paths() {
        return entries.stream().map(LayerEntry::path).toList();
    }
}
