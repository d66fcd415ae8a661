package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.ImageReference;
import dev.layered.json.JsonObject;
import dev.layered.outcome.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * One repository of a registry, by the verbs of the OCI distribution spec. Thread-safe.
 *
 * <p>Each verb is tried again as a whole while what goes wrong may pass. Manifests and blobs are read from the mirrors
 * first, where there are any; everything else asks the registry itself.
 */
public final class ImageRepository implements BlobSource {

    private final ImageReference reference;
    private final RepositoryRequests requests;
    private final RepositoryReader reader;
    private final RepositoryWriter writer;
    private final List<Mirror> mirrors;
    private final MirroredBlobs blobs;
    private final Semaphore transfers;

    ImageRepository(ImageReference reference, RepositoryRequests requests, List<Mirror> mirrors, Semaphore transfers) {
        this.reference = reference;
        this.requests = requests;
        this.reader = new RepositoryReader(requests);
        this.writer = new RepositoryWriter(requests, reader);
        this.mirrors = mirrors;
        this.blobs = new MirroredBlobs(mirrors, reader, requests.name());
        this.transfers = transfers;
    }

    /** Returns the name that the repository was asked for by. */
    public ImageReference reference() {
        return reference;
    }

    /** Returns what a tag or a digest stands for in the registry itself; empty where it has no such manifest. */
    public Optional<Descriptor> head(String tagOrDigest) {
        return reader.head(tagOrDigest);
    }

    /** Returns what a tag or a digest stands for, by the mirrors first; empty where nobody has such a manifest. */
    public Optional<Descriptor> resolve(String tagOrDigest) {
        return mirrored(mirror -> mirror.head(tagOrDigest)).or(() -> reader.head(tagOrDigest));
    }

    /**
     * Returns a manifest or an index with the bytes as they came; empty where there is none.
     *
     * @throws LayeredFailure {@code registry-digest} if the bytes are not those of the digest that was asked for
     */
    public Optional<Document<JsonObject>> manifest(String tagOrDigest) {
        return mirrored(mirror -> mirror.manifest(tagOrDigest)).or(() -> reader.manifest(tagOrDigest));
    }

    /** Whether the registry itself has the blob in this repository. */
    public boolean has(Descriptor blob) {
        boolean has = reader.hasBlob(blob);
        if (has) {
            requests.blobs().note(blob.digest(), requests.repository());
        }
        return has;
    }

    /**
     * Opens a blob; what is cut off is gone on with.
     *
     * @throws LayeredFailure {@code registry-blob-wrong} while it is read, if it is not what the descriptor says;
     *     {@link #read} tries once more before
     */
    @Override
    public InputStream open(Descriptor blob) {
        return blobs.open(blob);
    }

    /**
     * Returns what the reader makes of the blob; where the content was wrong it is called again with that of the next
     * source, and with that of the registry itself twice.
     */
    public <T> T read(Descriptor blob, BlobReader<T> to) throws IOException {
        return blobs.read(blob, to);
    }

    /** Does some work while nobody else of this run does work with the same blob of this registry by this. */
    public void alone(Digest blob, Exclusive work) throws IOException {
        requests.blobs().alone(blob, work);
    }

    /** What is done with a blob alone. */
    @FunctionalInterface
    public interface Exclusive {
        /** Does it. */
        void run() throws IOException;
    }

    private <T> Optional<T> mirrored(Function<RepositoryReader, Optional<T>> question) {
        return mirrors.stream().flatMap(mirror -> mirror.ask(question).stream()).findFirst();
    }

    @Override
    public String place(Descriptor blob) {
        return requests.name() + "@" + blob.digest();
    }

    /**
     * Brings a blob here: nothing is done where the repository has it; what another repository of the registry has is
     * mounted, be it one of {@code elsewhere} or one that this run brought it to; the rest is put.
     *
     * <p>Who brings a blob that somebody else is putting into another repository of the registry waits, and mounts it.
     */
    public Brought bring(Blob blob, List<ImageRepository> elsewhere, TransferLog progress) {
        Descriptor descriptor = blob.descriptor();
        if (has(descriptor)) {
            return Brought.by(Transfer.Way.THERE);
        }
        Optional<ImageRepository> holder = elsewhere.stream()
                .filter(repository -> mount(descriptor, repository))
                .findFirst();
        if (holder.isPresent()) {
            return Brought.mounted(holder.get().reference().toString());
        }
        return requests.blobs()
                .bring(
                        descriptor.digest(),
                        requests.repository(),
                        from -> writer.mount(descriptor, from),
                        isAbsent -> put(blob, isAbsent, progress));
    }

    /**
     * Puts a blob where the repository does not have it, from its start after each fault, and at most as many at the
     * same time as the settings allow.
     *
     * @return whether content was sent
     */
    boolean put(Blob blob, TransferLog progress) {
        return put(blob, false, progress);
    }

    private boolean put(Blob blob, boolean isAbsent, TransferLog progress) {
        try {
            transfers.acquire();
        } catch (InterruptedException e) {
            throw Interrupted.here();
        }
        try {
            return writer.put(blob, isAbsent, progress);
        } finally {
            transfers.release();
        }
    }

    /**
     * Whether the repository has the blob now because the other one has it, which only works within a registry. Where the
     * registry does not do that, whatever its reason, the blob is to be put.
     */
    public boolean mount(Descriptor blob, ImageRepository from) {
        boolean isMounted = requests.isBeside(from.requests) && writer.mount(blob, from.requests.repository());
        if (isMounted) {
            requests.blobs().note(blob.digest(), requests.repository());
        }
        return isMounted;
    }

    /** Mounts the blob from another repository of the registry in which this run saw it, and returns its name. */
    public Optional<String> mount(Descriptor blob) {
        return requests.blobs()
                .place(blob.digest())
                .filter(other -> !other.equals(requests.repository()) && writer.mount(blob, other));
    }

    /**
     * Puts a manifest or an index, whose blobs and manifests are there already, under its digest or a tag.
     *
     * @throws LayeredFailure {@code registry-tag-taken} if the registry lets nobody move the tag, {@code
     *     registry-blob-unknown} if the registry misses a blob after all
     */
    public void putManifest(Document<?> manifest, String tagOrDigest) {
        new ManifestUpload(requests, reader).put(manifest, tagOrDigest);
    }

    /** Returns what refers to the manifest, such as signatures and SBOMs. */
    public List<Descriptor> referrers(Digest subject) {
        return new Referrers(requests, reader).of(subject);
    }
}
