package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.ImageReference;
import dev.layered.image.MediaType;
import dev.layered.json.JsonObject;
import dev.layered.layout.DocumentSource;
import dev.layered.outcome.MeasuredInput;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.registry.ImageRepository;
import dev.layered.store.BlobDraft;
import dev.layered.store.IoReason;
import dev.layered.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What the repository of an image has, by digest: read from the local store, where what was not there is kept, unless
 * nothing is to be kept. Thread-safe.
 */
final class RepositoryCopy implements DocumentSource {

    private final ImageReference image;
    private final BaseAccess access;
    private final Store store;
    private ImageRepository repository;

    RepositoryCopy(ImageReference image, BaseAccess access) {
        this.image = image;
        this.access = access;
        this.store = access.store();
    }

    /**
     * Returns the repository itself, to be asked for something that the store lacks.
     *
     * @throws LayeredFailure {@code base-offline} if nobody may be asked
     */
    synchronized ImageRepository asked(String what) {
        if (access.offline()) {
            throw LayeredFailure.outside(
                    new Problem(
                            "base-offline",
                            "The base image " + Shown.quoted(image) + " cannot be had offline: " + what
                                    + " is not in the local store.",
                            Shown.text(image.toString()),
                            "run it once without -o, or name a base that lies on this machine"),
                    null);
        }
        if (repository == null) {
            repository = access.registries().get().repository(image);
        }
        return repository;
    }

    @Override
    public byte[] document(Descriptor wanted) {
        return stored(wanted).orElseGet(() -> fetched(wanted));
    }

    /** What is damaged is moved aside, with a warning, and fetched. */
    private Optional<byte[]> stored(Descriptor wanted) {
        if (!store.blobs().has(wanted)) {
            return Optional.empty();
        }
        try (InputStream in = store.blobs().open(wanted)) {
            return Optional.of(in.readAllBytes());
        } catch (LayeredFailure | IOException e) {
            return Optional.empty();
        }
    }

    private byte[] fetched(Descriptor wanted) {
        boolean isConfig = !MediaType.isIndex(wanted.mediaType()) && !MediaType.isManifest(wanted.mediaType());
        byte[] bytes = isConfig ? config(wanted) : manifest(wanted);
        if (store.isKept()) {
            try (BlobDraft draft = store.blobs().draft()) {
                draft.write(bytes);
                draft.commit(wanted.digest(), wanted.size());
            } catch (IOException e) {
                throw unread(wanted, e);
            }
        }
        return bytes;
    }

    private byte[] manifest(Descriptor wanted) {
        Document<JsonObject> manifest = asked("the manifest " + wanted.digest())
                .manifest(wanted.digest().text())
                .orElseThrow(() -> absent("manifest " + wanted.digest()));
        if (manifest.descriptor().size() != wanted.size()) {
            throw LayeredFailure.outside(
                    new Problem(
                            "base-size",
                            "A manifest of the base image has "
                                    + manifest.descriptor().size() + " bytes, where " + wanted.size() + " were told.",
                            place(wanted),
                            "make the base image again with the tool that wrote it"),
                    null);
        }
        return manifest.bytes();
    }

    private byte[] config(Descriptor wanted) {
        try {
            return asked("the config " + wanted.digest()).read(wanted, InputStream::readAllBytes);
        } catch (IOException e) {
            throw unread(wanted, e);
        }
    }

    /** Opens a layer; what is not in the store goes there first, where something is kept there. */
    @Override
    public InputStream open(Descriptor layer) throws IOException {
        if (!store.blobs().has(layer)) {
            ImageRepository from = asked("the layer " + layer.digest());
            if (!store.isKept()) {
                return from.open(layer);
            }
            fetch(layer, from);
        }
        return store.blobs().open(layer);
    }

    private void fetch(Descriptor layer, ImageRepository from) throws IOException {
        String name = "layer " + layer.digest().shortHex() + " of " + image;
        try (Progress progress = access.log().begin(new Work(Work.Kind.FETCH, name, layer.size()))) {
            from.read(layer, in -> keep(new MeasuredInput(in, progress), layer));
            progress.done();
        }
    }

    private Descriptor keep(InputStream in, Descriptor layer) throws IOException {
        try (BlobDraft draft = store.blobs().draft()) {
            in.transferTo(draft);
            draft.commit(layer.digest(), layer.size());
            return layer;
        }
    }

    /** A foreign layer is nowhere but in the store, perhaps: nobody is asked for it. */
    @Override
    public boolean has(Descriptor layer) {
        return !layer.isForeign() && !access.offline() || store.blobs().has(layer);
    }

    @Override
    public String place(Descriptor wanted) {
        return Shown.text(image.registry() + "/" + image.repository() + "@" + wanted.digest());
    }

    /** Returns the failure for something that the registry does not have. */
    LayeredFailure absent(String what) {
        return LayeredFailure.outside(
                new Problem(
                        "base-absent",
                        "The registry has no " + what + " of the base image " + Shown.quoted(image) + ".",
                        Shown.text(image.toString()),
                        "check the name and the tag, or choose another base"),
                null);
    }

    private LayeredFailure unread(Descriptor wanted, IOException cause) {
        return LayeredFailure.outside(
                new Problem(
                        "base-unreadable",
                        "A part of the base image cannot be read: " + IoReason.of(cause) + ".",
                        place(wanted),
                        "run the same command again"),
                cause);
    }
}
