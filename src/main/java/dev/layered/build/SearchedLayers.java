package dev.layered.build;

import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.outcome.LayerOrigin;
import dev.layered.plan.PlannedLayer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers of a push: looked for in the local store, in the target's images and in those to take from, so that nothing
 * is made that somebody has. Thread-safe.
 */
final class SearchedLayers {

    private final LayerMaker maker;
    private final Optional<KnownLayers> known;
    private final PublishedLayers published;
    private final BlobTransfers transfers;

    /** {@code known} is empty where the store's word is not taken. */
    SearchedLayers(LayerMaker maker, Optional<KnownLayers> known, PublishedLayers published, BlobTransfers transfers) {
        this.maker = maker;
        this.known = known;
        this.published = published;
        this.transfers = transfers;
    }

    /**
     * Returns the layer. Where it is known what it is, and only its bytes are missing, they are not made before somebody
     * reads them.
     */
    MadeLayer find(PlannedLayer planned, KeyedLayer keyed) {
        Optional<Layer> remembered = known.flatMap(layers -> layers.find(keyed));
        if (remembered.filter(layer -> known.get().isStored(layer)).isPresent()) {
            return maker.made(planned, keyed, remembered.get(), LayerOrigin.REUSED);
        }
        if (remembered
                .filter(layer -> transfers.takes(planned.name(), layer.descriptor()))
                .isPresent()) {
            return maker.made(planned, keyed, remembered.get(), LayerOrigin.PUBLISHED);
        }
        Optional<PublishedLayers.Known> found = published.find(keyed);
        if (found.filter(other -> transfers.takes(planned.name(), other, isSame(other, remembered)))
                .isPresent()) {
            return maker.made(planned, keyed, found.get().layer(keyed), LayerOrigin.PUBLISHED);
        }
        return remembered
                .or(() -> found.map(other -> other.layer(keyed)))
                .map(layer -> maker.made(planned, keyed, layer, LayerOrigin.BUILT))
                .orElseGet(() -> maker.write(planned, keyed));
    }

    /** Returns the layers that nobody knows, so that they are to be made and stored. */
    List<PlannedLayer> absent(List<PlannedLayer> planned, Map<PlannedLayer, KeyedLayer> keys) {
        return planned.stream()
                .filter(layer ->
                        known.flatMap(layers -> layers.find(keys.get(layer))).isEmpty())
                .filter(layer -> published.find(keys.get(layer)).isEmpty())
                .toList();
    }

    private static boolean isSame(PublishedLayers.Known found, Optional<Layer> missing) {
        return missing.map(layer -> layer.descriptor().digest())
                .filter(found.descriptor().digest()::equals)
                .isPresent();
    }
}
