package dev.layered.build;

import dev.layered.image.BlobSource;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.LayerEntry;
import dev.layered.layer.LayerStream;
import dev.layered.layer.LayerWriter;
import dev.layered.layer.SideBySide;
import dev.layered.layer.SourceFile;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.plan.PlannedLayer;
import dev.layered.store.BlobDraft;
import dev.layered.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

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

    /**
     * Returns the layers in their order, the bytes of each stored. Where no layer is known, none can be found by its key,
     * and each gets its key while it is made.
     *
     * @param room is asked before anything is made
     */
    List<MadeLayer> storeEachOnce(List<PlannedLayer> layers, RoomCheck room) {
        if (known.isEmpty()) {
            room.beforeBuild(layers, List.of());
            List<MadeLayer> made = SideBySide.each(layers, this::writeKeying);
            store.files().save();
            return made;
        }
        Map<PlannedLayer, KeyedLayer> keys = KeyedPlan.keys(layers, store.files());
        List<Searched> searched = SideBySide.each(layers, planned -> search(planned, keys.get(planned)));
        room.beforeBuild(
                searched.stream()
                        .filter(layer -> layer.stored().isEmpty())
                        .map(Searched::planned)
                        .toList(),
                searched.stream().flatMap(layer -> layer.stored().stream()).toList());
        return SideBySide.each(searched, this::stored);
    }

    /** A layer that may be in the store. */
    private record Searched(PlannedLayer planned, KeyedLayer keyed, Optional<Layer> stored) {}

    private Searched search(PlannedLayer planned, KeyedLayer keyed) {
        return new Searched(planned, keyed, known.find(keyed).filter(known::isStored));
    }

    private MadeLayer stored(Searched layer) {
        return layer.stored()
                .map(stored -> made(layer.planned(), layer.keyed(), stored, LayerOrigin.REUSED))
                .orElseGet(() -> write(layer.planned(), layer.keyed()));
    }

    /** Writes the layer into the store. */
    MadeLayer write(PlannedLayer planned, KeyedLayer keyed) {
        return write(
                planned,
                keyed.files(),
                keyed.contentSize(),
                (draft, progress) -> new LayerWriter.Written(keyed, LayerWriter.write(keyed, draft, progress)));
    }

    /** Does the same, and finds its key by that; each of its files is read once. */
    MadeLayer writeKeying(PlannedLayer planned) {
        List<Content> files = planned.entries().stream()
                .map(LayerEntry::content)
                .filter(content -> content instanceof Content.OfFile || content instanceof Content.OfBytes)
                .toList();
        long size = files.stream().mapToLong(LayerMaker::size).sum();
        return write(
                planned,
                files.size(),
                size,
                (draft, progress) -> LayerWriter.writeKeying(
                        planned.entries(), planned.compression(), store.files(), draft, progress));
    }

    private static long size(Content content) {
        return content instanceof Content.OfFile of
                ? new SourceFile(of).size()
                : ((Content.OfBytes) content).bytes().length;
    }

    private MadeLayer write(
            PlannedLayer planned, int files, long size, BiFunction<BlobDraft, Progress, LayerWriter.Written> writing) {
        log.writingLayer(planned.name(), files, size);
        Work work = new Work(Work.Kind.WRITE, "layer " + planned.name(), size);
        try (Progress progress = log.begin(work);
                BlobDraft draft = store.blobs().draft()) {
            LayerWriter.Written written = writing.apply(draft, progress);
            Layer layer = written.layer();
            draft.commit(layer.descriptor().digest(), layer.descriptor().size());
            known.remember(layer);
            progress.done();
            return made(planned, written.keyed(), layer, LayerOrigin.BUILT);
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
