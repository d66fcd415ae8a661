package dev.layered.place;

import dev.layered.image.Descriptor;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.MeasuredInput;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.registry.ImageRepository;
import dev.layered.store.BlobDraft;
import dev.layered.store.BlobStore;
import java.io.IOException;
import java.io.InputStream;

/**
 * The way of layers from a repository into the local store. Thread-safe.
 *
 * @param image what users call the image that they are layers of
 */
public record LayerFetch(ImageRepository from, String image, BlobStore to, BuildLog log) {

    /**
     * Fetches the layer, and once more where it came damaged; it is stored when this returns.
     *
     * <p>Modules of a run that want the same layer at the same time wait for the first of them, and find it stored.
     *
     * @throws dev.layered.failure.LayeredFailure {@code registry-blob-wrong} if it came damaged twice, and whatever a
     *     registry tells
     */
    public void fetch(Descriptor layer) throws IOException {
        from.alone(layer.digest(), () -> {
            if (!to.has(layer)) {
                fetchAlone(layer);
            }
        });
    }

    private void fetchAlone(Descriptor layer) throws IOException {
        String name = "layer " + layer.digest().shortHex() + " of " + image;
        try (Progress progress = log.begin(new Work(Work.Kind.FETCH, name, layer.size()))) {
            from.read(layer, in -> keep(new MeasuredInput(in, progress), layer));
            progress.done();
        }
    }

    private Descriptor keep(InputStream in, Descriptor layer) throws IOException {
        try (BlobDraft draft = to.draft()) {
            in.transferTo(draft);
            draft.commit(layer.digest(), layer.size());
            return layer;
        }
    }
}
