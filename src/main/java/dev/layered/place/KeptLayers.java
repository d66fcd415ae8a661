package dev.layered.place;

import dev.layered.image.Descriptor;
import dev.layered.layout.DocumentSource;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.MeasuredInput;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.store.BlobDraft;
import dev.layered.store.BlobStore;
import dev.layered.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * The layers of a repository as the local store has them, where those that it lacks are put before they are read: so
 * none is fetched twice, and none that was built here or that a build stands on. Thread-safe.
 */
final class KeptLayers implements DocumentSource {

    private final DocumentSource repository;
    private final String name;
    private final Supplier<Store> opening;
    private final BuildLog log;
    private Store store;

    /**
     * Opens no store yet.
     *
     * @param name what users call the image
     */
    KeptLayers(DocumentSource repository, String name, Supplier<Store> opening, BuildLog log) {
        this.repository = repository;
        this.name = name;
        this.opening = opening;
        this.log = log;
    }

    @Override
    public byte[] document(Descriptor descriptor) {
        return repository.document(descriptor);
    }

    @Override
    public InputStream open(Descriptor layer) throws IOException {
        BlobStore blobs = blobs();
        if (!blobs.has(layer)) {
            Work work = new Work(Work.Kind.FETCH, "layer " + layer.digest().shortHex() + " of " + name, layer.size());
            try (Progress progress = log.begin(work);
                    InputStream in = new MeasuredInput(repository.open(layer), progress);
                    BlobDraft draft = blobs.draft()) {
                in.transferTo(draft);
                draft.commit(layer.digest(), layer.size());
                progress.done();
            }
        }
        return blobs.open(layer);
    }

    private synchronized BlobStore blobs() {
        if (store == null) {
            store = opening.get();
        }
        return store.blobs();
    }

    @Override
    public String place(Descriptor descriptor) {
        return repository.place(descriptor);
    }
}
