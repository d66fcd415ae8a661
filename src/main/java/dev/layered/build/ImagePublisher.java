package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.base.BaseImages;
import dev.layered.base.BaseOrigin;
import dev.layered.build.BlobTransfers.Cargo;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.build.RegistryDelivery.Delivered;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Blob;
import dev.layered.image.Platform;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.PublishOutcome;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.ImageTarget;
import dev.layered.plan.PlannedLayer;
import dev.layered.registry.ImageRepository;
import dev.layered.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Publishes the images of plans, the variants of one module, into their repositories, making what nobody has. Each file is
 * read once, and each layer made once, however many images and repositories there are.
 */
public final class ImagePublisher {

    private final PublishSettings settings;
    private final Store store;
    private final BuildLog log;
    private final Map<PlannedLayer, KeyedLayer> keys = new HashMap<>();

    /** What is known by having been made in this run, whoever else is believed. */
    private final Map<PlannedLayer, MadeLayer> made = new HashMap<>();

    /** Sends nothing yet. */
    public ImagePublisher(PublishSettings settings, Store store, BuildLog log) {
        this.settings = settings;
        this.store = store;
        this.log = log;
    }

    /**
     * A plan with the keys of its layers, and what came of it in each repository.
     *
     * @param baseBefore what the image that was there before says that its base image was
     */
    public record Published(KeyedPlan keyed, List<PublishOutcome> outcomes, Optional<String> baseBefore) {}

    /**
     * Makes what nobody has, and publishes the images of the plans. Where a layer turns out not to be what was told of it,
     * nobody is believed any more, and every layer is made.
     */
    public List<Published> publish(List<ImagePlan> wanted, BaseImages bases) {
        List<BasedPlan> plans = wanted.stream()
                .map(plan -> BasedPlan.of(plan, bases, store, log))
                .toList();
        try {
            return publish(plans, settings);
        } catch (LayeredFailure failure) {
            Problem problem = failure.problems().get(0);
            if (!problem.id().equals("blob-mismatch") || settings.reuse() == Reuse.NONE) {
                throw failure;
            }
            log.warning(problem.what() + " What is known of layers is not believed: every layer is made.");
            return publish(plans, settings.without());
        }
    }

    private List<Published> publish(List<BasedPlan> plans, PublishSettings believed) {
        made.clear();
        Targets targets =
                new Targets(plans.stream().map(based -> based.plan().identity()).toList(), believed, log);
        List<Published> published = new ArrayList<>();
        Map<BasedPlan, Map<Platform, BaseImage>> bases = new CompressedBase(store).of(plans);
        for (BasedPlan based : plans) {
            List<ImageTarget> wanted = based.plan().identity().targets();
            List<PublishOutcome> outcomes = new ArrayList<>();
            for (ImageTarget to : wanted) {
                PublishTarget target = targets.of(to);
                outcomes.add(targets.telling(() -> publish(based, bases.get(based), to.names(), target, believed)));
            }
            KeyedPlan keyed = KeyedPlan.of(based, keys);
            Optional<String> before =
                    keyed.baseName().flatMap(targets.of(wanted.get(0)).published()::base);
            published.add(new Published(keyed, outcomes, before));
        }
        return published;
    }

    private void note(MadeLayer layer) {
        keys.put(layer.planned(), layer.keyed());
        if (layer.origin() == LayerOrigin.BUILT) {
            made.put(layer.planned(), layer);
        }
    }

    /** Where nothing is known of layers, each gets its key while it is made, and is on its way as soon as it has it. */
    private PublishOutcome publish(
            BasedPlan based,
            Map<Platform, BaseImage> bases,
            List<ImageName> names,
            PublishTarget target,
            PublishSettings believed) {
        Optional<KnownLayers> known = Optional.of(new KnownLayers(store)).filter(it -> believed.reusesStore());
        LayerMaker maker = new LayerMaker(store, log);
        try (BlobTransfers transfers = target.transfers(settings.transfers(), log)) {
            List<MadeLayer> layers;
            if (keys.isEmpty()
                    && known.filter(layer -> !layer.isEmpty()).isEmpty()
                    && target.published().isEmpty()) {
                RoomCheck.beforePush(store, based.layers());
                layers = beginEach(based, maker::writeKeying, transfers);
                store.files().save();
            } else {
                keyAll(based);
                SearchedLayers searched = new SearchedLayers(maker, known, target.published(), transfers);
                RoomCheck.beforePush(store, searched.absent(based.layers(), keys));
                layers = beginEach(
                        based,
                        planned -> made.containsKey(planned)
                                ? made.get(planned)
                                : searched.find(planned, keys.get(planned)),
                        transfers);
            }
            AssembledImage image = AssembledImage.of(based.plan(), bases, layers);
            bases.values().forEach(base -> beginBase(base, transfers));
            Delivered delivered = target.deliver(image, names, transfers);
            layers.forEach(this::note);
            ImageOutcome outcome = image.outcome(based.plan(), names);
            return new PublishOutcome(outcome, delivered.transfers(), delivered.isNew());
        }
    }

    private void keyAll(BasedPlan based) {
        List<PlannedLayer> unknown = based.layers().stream()
                .filter(layer -> !keys.containsKey(layer))
                .toList();
        keys.putAll(KeyedPlan.keys(unknown, store.files()));
    }

    private static List<MadeLayer> beginEach(
            BasedPlan based, Function<PlannedLayer, MadeLayer> finding, BlobTransfers transfers) {
        return SideBySide.each(based.layers(), planned -> {
            MadeLayer layer = finding.apply(planned);
            begin(layer, transfers);
            return layer;
        });
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
        Optional<ImageRepository> origin =
                base.origin().filter(BaseOrigin::isThere).map(BaseOrigin::image).map(settings::repository);
        for (Blob layer : base.layers()) {
            Blob passed = origin.<Blob>map(from -> new PassedLayer(layer, from, store.blobs()))
                    .orElse(layer);
            transfers.begin(new Cargo("base layer", passed, origin.stream().toList()));
        }
    }
}
