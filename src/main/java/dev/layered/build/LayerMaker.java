package dev.layered.build;

import dev.layered.image.BlobSource;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.LayerWriter;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.plan.PlannedLayer;
import dev.layered.store.BlobDraft;
import dev.layered.store.Store;
import java.util.Optional;

/** Makes planned layers, each only if nobody has it yet. Thread-safe. */
final class LayerMaker {

    private final Store store;
    private final KnownLayers known;
    private final BuildLog log;

    LayerMaker(Store store, BuildLog log) {
        this.store = store;
        this.known = new KnownLayers(store);
        this.log = log;
    }

    /** Returns the layer, with its bytes in the store. */
    MadeLayer make(PlannedLayer planned, KeyedLayer keyed) {
        Optional<Layer> found = known.find(keyed);
        MadeLayer made = found.isPresent()
                ? made(planned, keyed, found.get(), LayerOrigin.REUSED)
                : made(planned, keyed, write(planned.name(), keyed), LayerOrigin.BUILT);
        log.layerReady(made.outcome());
        return made;
    }

    /** Writes the bytes of a layer again, whose stored bytes turned out to be damaged or gone. */
    MadeLayer makeAgain(MadeLayer lost) {
        return made(lost.planned(), lost.keyed(), write(lost.planned().name(), lost.keyed()), LayerOrigin.BUILT);
    }

    private Layer write(String name, KeyedLayer keyed) {
        log.writingLayer(name, keyed.files(), keyed.contentSize());
        try (BlobDraft draft = store.blobs().draft()) {
            Layer layer = LayerWriter.write(keyed, draft);
            draft.commit(layer.descriptor().digest(), layer.descriptor().size());
            known.remember(layer);
            return layer;
        }
    }

    private MadeLayer made(PlannedLayer planned, KeyedLayer keyed, Layer layer, LayerOrigin origin) {
        BlobSource blobs = store.blobs()::open;
        return new MadeLayer(planned, keyed, layer, origin, blobs.blob(layer.descriptor()));
    }
}
