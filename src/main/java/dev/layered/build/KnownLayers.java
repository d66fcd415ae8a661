package dev.layered.build;

import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.store.Store;
import java.util.Optional;

/** Who has the layer of this key? Asks the local store. */
final class KnownLayers {

    private final BlobFacts facts;

    KnownLayers(Store store) {
        this.facts = new BlobFacts(store, "layer");
    }

    /** Returns what the layer of the key is, where its bytes are stored too. */
    Optional<Layer> find(KeyedLayer keyed) {
        return facts.find(keyed.key().digest())
                .map(known -> new Layer(keyed.key(), known.descriptor(), known.diffId()));
    }

    /** Remembers a layer whose bytes were stored. */
    void remember(Layer layer) {
        facts.remember(layer.key().digest(), new BlobFacts.Known(layer.descriptor(), layer.diffId()));
    }
}
