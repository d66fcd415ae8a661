package dev.layered.place;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.ImageReference;
import dev.layered.image.MediaType;
import dev.layered.json.JsonObject;
import dev.layered.layout.DocumentSource;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.ImageRepository;
import dev.layered.store.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a repository has, by digest, and nothing kept of it. Thread-safe.
 *
 * <p>What is missing there or is not what its digest says is a mistake of the image, as in an image layout, so that a
 * reader may note it and go on; a registry that does not answer, or lets us not in, is a failure of the outside world.
 */
public final class RepositoryDocuments implements DocumentSource {

    /** What the registry client tells of the image, and not of the registry. */
    private static final Set<String> OF_THE_IMAGE =
            Set.of("registry-blob-absent", "registry-blob-wrong", "registry-digest", "registry-too-long");

    private static final String LATEST = "latest";

    private final ImageRepository repository;
    private final Map<Digest, Document<JsonObject>> named = new ConcurrentHashMap<>();

    /** Asks nothing yet. */
    public RepositoryDocuments(ImageRepository repository) {
        this.repository = repository;
    }

    /**
     * Returns the manifest or index that a reference to this repository stands for; empty where there is none.
     *
     * @throws LayeredFailure {@code registry-digest} if the registry has another one under the digest, and whatever a
     *     registry tells
     */
    public Optional<Descriptor> target(ImageReference image) {
        String name = image.digest().map(Digest::text).or(image::tag).orElse(LATEST);
        Optional<Document<JsonObject>> found = ofTheImage(() -> repository.manifest(name), name);
        found.ifPresent(document -> named.put(document.digest(), document));
        return found.map(Document::descriptor);
    }

    /**
     * Returns the bytes of a manifest, index or config.
     *
     * @throws LayeredFailure {@code registry-manifest-absent}, {@code registry-blob-absent}, {@code registry-blob-wrong} or
     *     {@code registry-digest}
     */
    @Override
    public byte[] document(Descriptor wanted) {
        boolean isManifest = MediaType.isIndex(wanted.mediaType()) || MediaType.isManifest(wanted.mediaType());
        return isManifest ? manifest(wanted) : ofTheImage(() -> config(wanted), place(wanted));
    }

    private byte[] manifest(Descriptor wanted) {
        Document<JsonObject> found = Optional.ofNullable(named.get(wanted.digest()))
                .or(() -> ofTheImage(() -> repository.manifest(wanted.digest().text()), place(wanted)))
                .orElseThrow(() -> LayeredFailure.mistake(
                        "registry-manifest-absent",
                        "The repository does not have the manifest " + wanted.digest() + " that its index names.",
                        place(wanted),
                        "push the image again with -Dlayered.reuse=none, or choose another one"));
        if (found.descriptor().size() != wanted.size()) {
            throw LayeredFailure.mistake(
                    "registry-blob-wrong",
                    "The manifest " + wanted.digest() + " has "
                            + found.descriptor().size() + " bytes, where " + wanted.size() + " were told.",
                    place(wanted),
                    "push the image again, or make it again with the tool that wrote it");
        }
        return found.bytes();
    }

    private byte[] config(Descriptor wanted) {
        try {
            return repository.read(wanted, InputStream::readAllBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a layer, which is checked while it is read. */
    @Override
    public InputStream open(Descriptor layer) {
        return new RepositoryStream(ofTheImage(() -> repository.open(layer), place(layer)), place(layer));
    }

    /** Fetches a layer into the store; {@code image} is what users call the image that it is of. */
    void fetch(Descriptor layer, String image, BlobStore store, BuildLog log) throws IOException {
        try {
            ofTheImage(() -> fetched(layer, new LayerFetch(repository, image, store, log)), place(layer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Descriptor fetched(Descriptor layer, LayerFetch fetch) {
        try {
            fetch.fetch(layer);
            return layer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String place(Descriptor wanted) {
        return Shown.text(repository.place(wanted));
    }

    /** Returns what is read; where the image is to blame for a failure, it is thrown as a mistake at the place. */
    static <T> T ofTheImage(Supplier<T> reader, String place) {
        try {
            return reader.get();
        } catch (LayeredFailure failure) {
            Problem first = failure.problems().get(0);
            throw OF_THE_IMAGE.contains(first.id())
                    ? LayeredFailure.mistakes(failure.at(place).problems())
                    : failure;
        }
    }
}
