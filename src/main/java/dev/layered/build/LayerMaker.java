package dev.layered.build;

import dev.layered.image.BlobSource;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.LayerStream;
import dev.layered.layer.LayerWriter;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.plan.PlannedLayer;
import dev.layered.store.BlobDraft;
import dev.layered.store.Store;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes planned layers. The bytes of each can be read from then on: from the store, or made once more where the store has
 * them not or finds them damaged. Thread-safe.
 */
final class LayerMaker {

    private final Store store;
    private final KnownLayers known;
    private final BuildLog log;

    LayerMaker(Store store, BuildLog log) {
        this.store = store;
        this.known = new KnownLayers(store);
        this.log = log;
    }

    /** Returns every layer of the plan, its bytes stored; those that platforms share are equal, and made once. */
    Map<PlannedLayer, MadeLayer> storeEachOnce(KeyedPlan keyed) {
        Map<PlannedLayer, MadeLayer> layers = new HashMap<>();
        SideBySide.each(
                        keyed.planned(),
                        planned -> stored(planned, keyed.layers().get(planned)))
                .forEach(made -> layers.put(made.planned(), made));
        return layers;
    }

    private MadeLayer stored(PlannedLayer planned, KeyedLayer keyed) {
        return known.find(keyed)
                .filter(known::isStored)
                .map(layer -> made(planned, keyed, layer, LayerOrigin.REUSED))
                .orElseGet(() -> write(planned, keyed));
    }

    /** Writes the layer into the store. */
    MadeLayer write(PlannedLayer planned, KeyedLayer keyed) {
        log.writingLayer(planned.name(), keyed.files(), keyed.contentSize());
        Work work = new Work(Work.Kind.WRITE, "layer " + planned.name(), keyed.contentSize());
        try (Progress progress = log.begin(work);
                BlobDraft draft = store.blobs().draft()) {
            Layer layer = LayerWriter.write(keyed, draft, progress);
            draft.commit(layer.descriptor().digest(), layer.descriptor().size());
            known.remember(layer);
            progress.done();
            return made(planned, keyed, layer, LayerOrigin.BUILT);
        }
    }

    /** Returns the layer, of which it is known what it is. */
    MadeLayer made(PlannedLayer planned, KeyedLayer keyed, Layer layer, LayerOrigin origin) {
        BlobSource source = descriptor -> {
            if (known.isStored(layer)) {
                return store.blobs().open(layer.descriptor());
            }
            log.writingLayer(planned.name(), keyed.files(), keyed.contentSize());
            return new LayerStream(keyed, layer);
        };
        MadeLayer made = new MadeLayer(planned, keyed, layer, origin, source.blob(layer.descriptor()));
        log.layerReady(made.outcome());
        return made;
    }
}
