package dev.layered.build;

import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.store.BlobFacts;
import dev.layered.store.Store;
import java.util.Optional;

/** Which layer is that of a key? Asks the local store, which may remember a layer without having its bytes. */
final class KnownLayers {

    private final Store store;
    private final BlobFacts facts;

    KnownLayers(Store store) {
        this.store = store;
        this.facts = new BlobFacts(store, BlobFacts.LAYER);
    }

    /** Returns what the layer of the key is. */
    Optional<Layer> find(KeyedLayer keyed) {
        return facts.find(keyed.key().digest())
                .flatMap(known -> known.diffId().map(diffId -> new Layer(keyed.key(), known.descriptor(), diffId)));
    }

    /** Whether the bytes of the layer are stored. */
    boolean isStored(Layer layer) {
        return store.blobs().has(layer.descriptor());
    }

    /** Remembers a layer that was made. */
    void remember(Layer layer) {
        facts.remember(layer.key().digest(), new BlobFacts.Known(layer.descriptor(), Optional.of(layer.diffId())));
    }
}
