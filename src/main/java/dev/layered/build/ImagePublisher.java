package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.base.BaseImages;
import dev.layered.build.BlobTransfers.Cargo;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.image.Blob;
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
import dev.layered.plan.ImagePlan;
import dev.layered.plan.PlannedLayer;
import dev.layered.registry.ImageRepository;
import dev.layered.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Publishes images: of a plan, making what nobody has, or one that is ready in a layout. */
public final class ImagePublisher {

    private final ImageRepository target;
    private final PublishSettings settings;
    private final Store store;
    private final BuildLog log;
    private final RegistryDelivery delivery;

    /** Sends nothing yet. */
    public ImagePublisher(PublishSettings settings, Store store, BuildLog log) {
        this.target = settings.target();
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.delivery = new RegistryDelivery(target, settings.names());
    }

    /** A plan with the keys of its layers, and what came of it. */
    public record Published(KeyedPlan keyed, PublishOutcome outcome) {}

    /**
     * Makes what nobody has, and publishes the image of the plan. Where a layer turns out not to be what was told of it,
     * nobody is believed any more, and every layer is made.
     */
    public Published publish(ImagePlan wanted, BaseImages bases) {
        BasedPlan based = BasedPlan.of(wanted, bases, store, log);
        try {
            return publish(based, settings);
        } catch (LayeredFailure failure) {
            Problem problem = failure.problems().get(0);
            if (!problem.id().equals("blob-mismatch") || settings.reuse() == Reuse.NONE) {
                throw failure;
            }
            log.warning(problem.what() + " What is known of layers is not believed: every layer is made.");
            return publish(based, settings.without());
        }
    }

    /** Where nothing is known of layers, each gets its key while it is made, and is on its way as soon as it has it. */
    private Published publish(BasedPlan based, PublishSettings believed) {
        Map<Platform, BaseImage> bases = new CompressedBase(store).of(based.bases());
        Optional<KnownLayers> known = Optional.of(new KnownLayers(store)).filter(layers -> believed.reusesStore());
        PublishedLayers published = new PublishedLayers(believed.known(), log);
        LayerMaker maker = new LayerMaker(store, log);
        try (BlobTransfers transfers = new BlobTransfers(target, published::isInTarget, settings.transfers(), log)) {
            List<MadeLayer> layers;
            if (known.filter(layer -> !layer.isEmpty()).isEmpty() && published.isEmpty()) {
                RoomCheck.beforePush(store, based.layers());
                layers = beginEach(based, maker::writeKeying, transfers);
                store.files().save();
            } else {
                KeyedPlan keyed = KeyedPlan.of(based, store.files());
                SearchedLayers searched = new SearchedLayers(maker, known, published, transfers);
                RoomCheck.beforePush(store, searched.absent(keyed));
                layers = beginEach(
                        based, planned -> searched.find(planned, keyed.layers().get(planned)), transfers);
            }
            AssembledImage image = AssembledImage.of(based.plan(), bases, layers);
            bases.values().forEach(base -> beginBase(base, transfers));
            PublishOutcome outcome = delivery.deliver(image, based.plan().base().from(), transfers);
            return new Published(KeyedPlan.of(based, layers), outcome);
        }
    }

    private static List<MadeLayer> beginEach(
            BasedPlan based, Function<PlannedLayer, MadeLayer> finding, BlobTransfers transfers) {
        return SideBySide.each(based.layers(), planned -> {
            MadeLayer layer = finding.apply(planned);
            begin(layer, transfers);
            return layer;
        });
    }

    /**
     * Publishes an image that is ready in a layout. That its names stand for it already is not taken to mean that the
     * registry has all of it where nobody's word is taken.
     *
     * @param base the image in a registry that it stands on, whose layers are taken from there where that is possible
     */
    public PublishOutcome publish(ReadyImage ready, Optional<ImageReference> base) {
        return Optional.of(ready.target().digest())
                .filter(image -> settings.reuse() != Reuse.NONE)
                .flatMap(image -> ifPublished(image, base))
                .orElseGet(() -> publishLayout(ready, base));
    }

    /**
     * Asks, by one request a name, whether all names stand for the image already; empty where one does not.
     *
     * @param base the image in a registry that it stands on
     */
    public Optional<PublishOutcome> ifPublished(Digest image, Optional<ImageReference> base) {
        return delivery.ifNamed(image, shown(base));
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
        PublishedLayers published = new PublishedLayers(settings.known(), log);
        try (BlobTransfers transfers = new BlobTransfers(target, published::isInTarget, settings.transfers(), log)) {
            List<ImageRepository> elsewhere =
                    base.map(settings::repository).stream().toList();
            images.forEach(
                    image -> image.layers().forEach(layer -> transfers.begin(new Cargo("layer", layer, elsewhere))));
            return delivery.deliver(new AssembledImage(images, named, List.of()), shown(base), transfers);
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
}
