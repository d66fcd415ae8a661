package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.build.BlobTransfers.Cargo;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.SideBySide;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.outcome.Transfer;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.registry.ImageRepository;
import dev.layered.store.Store;
import java.util.HashMap;
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
        this.target = settings.repository(settings.names().get(0));
        this.settings = settings;
        this.store = store;
        this.log = log;
    }

    /** Makes what nobody has, and publishes the image of the plan. */
    public PublishOutcome publish(KeyedPlan keyed) {
        ImagePlan plan = keyed.plan();
        Map<Platform, BaseImage> bases = new CompressedBase(store).of(keyed.bases());
        LayerMaker maker = new LayerMaker(store, settings.reusesStore(), log);
        PublishedLayers published = new PublishedLayers(settings.known(), log);
        try (BlobTransfers transfers = new BlobTransfers(target, settings.transfers(), log)) {
            Map<PlannedLayer, MadeLayer> layers = new HashMap<>();
            SideBySide.each(keyed.planned(), planned -> {
                        MadeLayer made = maker.make(
                                planned,
                                keyed.layers().get(planned),
                                (layer, key) -> known(layer, key, published, transfers));
                        begin(made, maker, transfers);
                        return made;
                    })
                    .forEach(made -> layers.put(made.planned(), made));
            AssembledImage image = AssembledImage.of(plan, bases, layers);
            bases.values().forEach(base -> beginBase(base, transfers));
            return publish(image, plan.base().from(), transfers);
        }
    }

    /**
     * Publishes an image that is ready in a layout.
     *
     * @param base the image in a registry that it stands on, whose layers are taken from there where that is possible
     */
    public PublishOutcome publish(ReadyImage ready, Optional<ImageReference> base) {
        String from = base.map(ImageReference::toString).orElse("the base");
        if (settings.names().stream().allMatch(name -> standsFor(name.tag().orElseThrow(), ready.target()))) {
            return new PublishOutcome(names(), from, ready.target(), List.of(), Map.of(), false);
        }
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
            images.forEach(image -> image.layers()
                    .forEach(layer -> transfers.begin(new Cargo("layer", layer, elsewhere, () -> layer))));
            return publish(new AssembledImage(images, named, List.of()), from, transfers);
        }
    }

    /** The target has the layer, or another repository of the registry has it and lets the target have it too. */
    private Optional<MadeLayer> known(
            PlannedLayer planned, KeyedLayer keyed, PublishedLayers published, BlobTransfers transfers) {
        return published
                .find(keyed)
                .filter(found -> transfers.takes(planned.name(), found))
                .map(found -> new MadeLayer(
                        planned,
                        keyed,
                        new Layer(keyed.key(), found.descriptor(), found.diffId()),
                        LayerOrigin.PUBLISHED,
                        target.blob(found.descriptor())));
    }

    private static void begin(MadeLayer made, LayerMaker maker, BlobTransfers transfers) {
        Cargo cargo = new Cargo(
                made.planned().name(),
                made.blob(),
                List.of(),
                () -> maker.makeAgain(made).blob());
        if (made.origin() == LayerOrigin.PUBLISHED) {
            transfers.keep(cargo);
        } else {
            transfers.begin(cargo);
        }
    }

    private void beginBase(BaseImage base, BlobTransfers transfers) {
        List<ImageRepository> elsewhere =
                base.origin().map(settings::repository).stream().toList();
        base.layers().forEach(layer -> transfers.begin(new Cargo("base layer", layer, elsewhere, () -> layer)));
    }

    private PublishOutcome publish(AssembledImage image, String base, BlobTransfers transfers) {
        image.images().forEach(one -> transfers.begin(new Cargo("config", one.config(), List.of(), one::config)));
        Map<Digest, Transfer> done = transfers.finish();
        boolean isNew;
        try {
            isNew = putManifests(image);
        } catch (LayeredFailure failure) {
            if (!failure.problems().get(0).id().equals("registry-blob-unknown")) {
                throw failure;
            }
            // the registry lost a blob, or its answers are older than its storage: once more from the blobs on
            transfers.beginAgain();
            transfers.finish();
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
