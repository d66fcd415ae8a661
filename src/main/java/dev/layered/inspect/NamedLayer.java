package dev.layered.inspect;

import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.image.History;
import dev.layered.image.Image;
import dev.layered.record.LayerMark;
import dev.layered.record.LayerMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer and what its image says of it.
 *
 * @param diffId empty where the config has none for it
 * @param createdBy as the history says; empty where it does not tell of each layer
 * @param mark of a layer of ours
 */
record NamedLayer(Blob blob, Optional<Digest> diffId, String createdBy, Optional<LayerMark> mark) {

    private static final String GZIP = "gzip";
    private static final String ZSTD = "zstd";

    /** Returns the layers of the image, lowest first. */
    static List<NamedLayer> of(Image image) {
        List<Digest> diffIds = image.config().value().diffIds();
        List<Optional<History>> steps = LayerMarks.steps(image);
        List<NamedLayer> layers = new ArrayList<>();
        for (int i = 0; i < image.layers().size(); i++) {
            layers.add(new NamedLayer(
                    image.layers().get(i),
                    i < diffIds.size() ? Optional.of(diffIds.get(i)) : Optional.empty(),
                    steps.get(i).flatMap(History::createdBy).orElse(""),
                    steps.get(i).flatMap(LayerMark::of)));
        }
        return layers;
    }

    Digest digest() {
        return blob.descriptor().digest();
    }

    /** Returns the name of a layer of ours, else what made it. */
    String name() {
        return mark.map(LayerMark::name).orElse(createdBy);
    }

    /** Returns the compression, as the media type tells. */
    String compression() {
        String mediaType = blob.descriptor().mediaType();
        return mediaType.endsWith(GZIP) ? GZIP : mediaType.endsWith(ZSTD) ? ZSTD : "none";
    }
}
