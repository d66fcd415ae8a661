package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.build.BlobTransfers.Cargo;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.layer.SideBySide;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.outcome.Transfer;
import dev.layered.plan.PlannedLayer;
import dev.layered.registry.ImageRepository;
import dev.layered.store.Store;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Publishes images: blobs, manifests by digest, the index by digest, tags last, so that no name ever stands for an image
 * of which a part is missing.
 */
public final class ImagePublisher {

    private final ImageRepository target;
    private final PublishSettings settings;
    private final Store store;
    private final BuildLog log;

    /** Sends nothing yet. */
    public ImagePublisher(PublishSettings settings, Store store, BuildLog log) {
        this.target = settings.target();
        this.settings = settings;
        this.store = store;
        this.log = log;
    }

    /**
     * Makes what nobody has, and publishes the image of the plan. Where a layer turns out not to be what was told of it,
     * nobody is believed any more, and every layer is made.
     */
    public PublishOutcome publish(KeyedPlan keyed) {
        try {
            return publish(keyed, settings);
        } catch (LayeredFailure failure) {
            Problem problem = failure.problems().get(0);
            if (!problem.id().equals("blob-mismatch") || settings.reuse() == Reuse.NONE) {
                throw failure;
            }
            log.warning(problem.what() + " What is known of layers is not believed: every layer is made.");
            return publish(keyed, settings.without());
        }
    }

    private PublishOutcome publish(KeyedPlan keyed, PublishSettings believed) {
        Map<Platform, BaseImage> bases = new CompressedBase(store).of(keyed.bases());
        try (BlobTransfers transfers = new BlobTransfers(target, settings.transfers(), log)) {
            SearchedLayers searched = new SearchedLayers(
                    new LayerMaker(store, log),
                    believed.reusesStore() ? Optional.of(new KnownLayers(store)) : Optional.empty(),
                    new PublishedLayers(believed.known(), log),
                    transfers);
            Map<PlannedLayer, MadeLayer> layers = new HashMap<>();
            SideBySide.each(keyed.planned(), planned -> {
                        MadeLayer layer = searched.find(planned, keyed.layers().get(planned));
                        begin(layer, transfers);
                        return layer;
                    })
                    .forEach(layer -> layers.put(layer.planned(), layer));
            AssembledImage image = AssembledImage.of(keyed.plan(), bases, layers);
            bases.values().forEach(base -> beginBase(base, transfers));
            return publish(image, keyed.plan().base().from(), transfers);
        }
    }

    /**
     * Publishes an image that is ready in a layout.
     *
     * @param base the image in a registry that it stands on, whose layers are taken from there where that is possible
     */
    public PublishOutcome publish(ReadyImage ready, Optional<ImageReference> base) {
        return ifPublished(ready.target().digest(), base).orElseGet(() -> publishLayout(ready, base));
    }

    /**
     * Asks, by one request a name, whether all names stand for the image already; empty where one does not.
     *
     * @param base the image in a registry that it stands on
     */
    public Optional<PublishOutcome> ifPublished(Digest image, Optional<ImageReference> base) {
        Descriptor found = null;
        for (ImageReference name : settings.names()) {
            Optional<Descriptor> named = target.head(name.tag().orElseThrow());
            if (named.filter(target -> target.digest().equals(image)).isEmpty()) {
                return Optional.empty();
            }
            found = named.get();
        }
        return Optional.of(new PublishOutcome(names(), shown(base), found, List.of(), Map.of(), false));
    }

    private static String shown(Optional<ImageReference> base) {
        return base.map(ImageReference::toString).orElse("the base");
    }

    private PublishOutcome publishLayout(ReadyImage ready, Optional<ImageReference> base) {
        Mistakes faults = new Mistakes();
        List<StoredImage> found = StoredImages.in(ready.layout()).images(faults);
        faults.throwIfAny();
        StoredImage stored = found.get(0);
        List<Image> images = stored.images().stream().map(PlatformImage::image).toList();
        Document<?> named = stored.indexes().isEmpty()
                ? images.get(0).manifest()
                : stored.indexes().get(0);
        try (BlobTransfers transfers = new BlobTransfers(target, settings.transfers(), log)) {
            List<ImageRepository> elsewhere =
                    base.map(settings::repository).stream().toList();
            images.forEach(
                    image -> image.layers().forEach(layer -> transfers.begin(new Cargo("layer", layer, elsewhere))));
            return publish(new AssembledImage(images, named, List.of()), shown(base), transfers);
        }
    }

    private static void begin(MadeLayer layer, BlobTransfers transfers) {
        Cargo cargo = new Cargo(layer.planned().name(), layer.blob(), List.of());
        if (layer.origin() == LayerOrigin.PUBLISHED) {
            transfers.keep(cargo);
        } else {
            transfers.begin(cargo);
        }
    }

    private void beginBase(BaseImage base, BlobTransfers transfers) {
        Optional<ImageRepository> origin = base.origin().map(settings::repository);
        for (Blob layer : base.layers()) {
            Blob passed = origin.<Blob>map(from -> new PassedLayer(layer, from, store.blobs()))
                    .orElse(layer);
            transfers.begin(new Cargo("base layer", passed, origin.stream().toList()));
        }
    }

    private PublishOutcome publish(AssembledImage image, String base, BlobTransfers transfers) {
        image.images().forEach(one -> transfers.begin(new Cargo("config", one.config(), List.of())));
        Map<Digest, Transfer> done = new LinkedHashMap<>(transfers.finish());
        boolean isNew;
        try {
            isNew = putManifests(image);
        } catch (LayeredFailure failure) {
            if (!failure.problems().get(0).id().equals("registry-blob-unknown")) {
                throw failure;
            }
            // the registry lost a blob, or its answers are older than its storage: once more from the blobs on
            transfers.beginAgain();
            transfers.finish().values().stream()
                    .filter(again -> again.way() != Transfer.Way.THERE)
                    .forEach(again -> done.put(again.digest(), again));
            isNew = putManifests(image);
        }
        return new PublishOutcome(names(), base, image.target().descriptor(), image.outcomes(), done, isNew);
    }

    /** Puts each manifest, then the index, then the names; returns whether a name stood for something else. */
    private boolean putManifests(AssembledImage image) {
        Set<Document<?>> manifests = new LinkedHashSet<>();
        image.images().forEach(one -> manifests.add(one.manifest()));
        manifests.add(image.target());
        manifests.forEach(manifest -> put(manifest, manifest.digest().text()));
        boolean isNew = false;
        for (ImageReference name : settings.names()) {
            isNew |= put(image.target(), name.tag().orElseThrow());
        }
        return isNew;
    }

    private List<String> names() {
        return settings.names().stream().map(ImageReference::toString).toList();
    }

    /** Puts the document unless the name stands for it; returns whether it did. */
    private boolean put(Document<?> document, String tagOrDigest) {
        if (standsFor(tagOrDigest, document.descriptor())) {
            return false;
        }
        target.putManifest(document, tagOrDigest);
        return true;
    }

    private boolean standsFor(String tagOrDigest, Descriptor wanted) {
        return target.head(tagOrDigest)
                .map(Descriptor::digest)
                .filter(wanted.digest()::equals)
                .isPresent();
    }
}
