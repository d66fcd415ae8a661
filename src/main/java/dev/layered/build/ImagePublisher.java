package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.build.BlobTransfers.Cargo;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageReference;
import dev.layered.image.Platform;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.PublishOutcome;
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
                                planned, keyed.layers().get(planned), (layer, key) -> known(layer, key, published));
                        transfers.begin(new Cargo(
                                planned.name(),
                                made.blob(),
                                List.of(),
                                () -> maker.makeAgain(made).blob()));
                        return made;
                    })
                    .forEach(made -> layers.put(made.planned(), made));
            AssembledImage image = AssembledImage.of(plan, bases, layers);
            bases.values().forEach(base -> beginBase(base, transfers));
            return publish(image, plan.base().from(), transfers);
        }
    }

    /** Publishes images whose blobs are all at hand, such as those of a layout. */
    public PublishOutcome publish(List<Image> images, Document<?> named, String base) {
        try (BlobTransfers transfers = new BlobTransfers(target, settings.transfers(), log)) {
            images.forEach(image -> image.layers().forEach(layer -> begin(layer, "layer", transfers)));
            return publish(new AssembledImage(images, named, List.of()), base, transfers);
        }
    }

    /** The target has the layer, or another repository of the registry has it and lets the target have it too. */
    private Optional<MadeLayer> known(PlannedLayer planned, KeyedLayer keyed, PublishedLayers published) {
        return published
                .find(keyed)
                .filter(found -> target.has(found.descriptor()) || target.mount(found.descriptor(), found.repository()))
                .map(found -> new MadeLayer(
                        planned,
                        keyed,
                        new Layer(keyed.key(), found.descriptor(), found.diffId()),
                        LayerOrigin.PUBLISHED,
                        target.blob(found.descriptor())));
    }

    private void beginBase(BaseImage base, BlobTransfers transfers) {
        List<ImageRepository> elsewhere =
                base.origin().map(settings::repository).stream().toList();
        base.layers().forEach(layer -> transfers.begin(new Cargo("base layer", layer, elsewhere, () -> layer)));
    }

    private static void begin(Blob blob, String name, BlobTransfers transfers) {
        transfers.begin(new Cargo(name, blob, List.of(), () -> blob));
    }

    private PublishOutcome publish(AssembledImage image, String base, BlobTransfers transfers) {
        image.images().forEach(one -> begin(one.config(), "config", transfers));
        Map<Digest, Transfer> done = transfers.finish();
        Set<Document<?>> manifests = new LinkedHashSet<>();
        image.images().forEach(one -> manifests.add(one.manifest()));
        manifests.add(image.target());
        manifests.forEach(manifest -> put(manifest, manifest.digest().text()));
        boolean isNew = false;
        for (ImageReference name : settings.names()) {
            isNew |= put(image.target(), name.tag().orElseThrow());
        }
        return new PublishOutcome(
                settings.names().stream().map(ImageReference::toString).toList(),
                base,
                image.target().descriptor(),
                image.outcomes(),
                done,
                isNew);
    }

    /** Puts the document unless the name stands for it; returns whether it did. */
    private boolean put(Document<?> document, String tagOrDigest) {
        Optional<Descriptor> there = target.head(tagOrDigest);
        if (there.map(Descriptor::digest).filter(document.digest()::equals).isPresent()) {
            return false;
        }
        target.putManifest(document, tagOrDigest);
        return true;
    }
}
