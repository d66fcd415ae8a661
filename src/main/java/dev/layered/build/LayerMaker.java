package dev.layered.build;

import dev.layered.image.BlobSource;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
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
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes planned layers, each only if nobody has it yet. Thread-safe. */
final class LayerMaker {

    private final Store store;
    private final boolean believesStore;
    private final KnownLayers known;
    private final BuildLog log;

    LayerMaker(Store store, BuildLog log) {
        this(store, true, log);
    }

    /** Makes layers, also those that the store has where it is not to be believed. */
    LayerMaker(Store store, boolean believesStore, BuildLog log) {
        this.store = store;
        this.believesStore = believesStore;
        this.known = new KnownLayers(store);
        this.log = log;
    }

    /** Returns every layer of the plan; those that platforms share are equal, and made once. */
    Map<PlannedLayer, MadeLayer> makeEachOnce(KeyedPlan keyed) {
        Map<PlannedLayer, MadeLayer> layers = new HashMap<>();
        SideBySide.each(
                        keyed.planned(),
                        layer -> make(layer, keyed.layers().get(layer), (planned, key) -> Optional.empty()))
                .forEach(made -> layers.put(made.planned(), made));
        return layers;
    }

    /**
     * Returns the layer, with its bytes in the store unless somebody else has it.
     *
     * @param elsewhere is asked where the store has it not
     */
    MadeLayer make(
            PlannedLayer planned,
            KeyedLayer keyed,
            BiFunction<PlannedLayer, KeyedLayer, Optional<MadeLayer>> elsewhere) {
        MadeLayer made = (believesStore ? known.find(keyed) : Optional.<Layer>empty())
                .map(layer -> made(planned, keyed, layer, LayerOrigin.REUSED))
                .or(() -> elsewhere.apply(planned, keyed))
                .orElseGet(() -> made(planned, keyed, write(planned.name(), keyed), LayerOrigin.BUILT));
        log.layerReady(made.outcome());
        return made;
    }

    /** Writes the bytes of a layer again, whose stored bytes turned out to be damaged or gone. */
    MadeLayer makeAgain(MadeLayer lost) {
        return made(lost.planned(), lost.keyed(), write(lost.planned().name(), lost.keyed()), LayerOrigin.BUILT);
    }

    private Layer write(String name, KeyedLayer keyed) {
        log.writingLayer(name, keyed.files(), keyed.contentSize());
        Work work = new Work(Work.Kind.WRITE, "layer " + name, keyed.contentSize());
        try (Progress progress = log.begin(work);
                BlobDraft draft = store.blobs().draft()) {
            Layer layer = LayerWriter.write(keyed, draft, progress);
            draft.commit(layer.descriptor().digest(), layer.descriptor().size());
            known.remember(layer);
            progress.done();
            return layer;
        }
    }

    private MadeLayer made(PlannedLayer planned, KeyedLayer keyed, Layer layer, LayerOrigin origin) {
        BlobSource blobs = store.blobs()::open;
        return new MadeLayer(planned, keyed, layer, origin, blobs.blob(layer.descriptor()));
    }
}
