package dev.layered.build;

import dev.layered.build.BlobTransfers.Cargo;
import dev.layered.build.PublishSettings.Reuse;
import dev.layered.build.RegistryDelivery.Delivered;
import dev.layered.failure.Mistakes;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.Image;
import dev.layered.image.ImageReference;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.ReadyImage;
import dev.layered.outcome.TagOutcome;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageTarget;
import dev.layered.registry.ImageRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes images that need not be made: they are ready in a layout, or a former push published them. */
public final class LayoutPublisher {

    private final PublishSettings settings;
    private final Targets targets;
    private final BuildLog log;

    /**
     * Sends nothing yet.
     *
     * @param images all that the run publishes
     */
    public LayoutPublisher(PublishSettings settings, List<ImageIdentity> images, BuildLog log) {
        this.settings = settings;
        this.targets = new Targets(images, settings, log);
        this.log = log;
    }

    /**
     * Publishes an image that is ready in a layout. That its names stand for it already is not taken to mean that the
     * registry has all of it where nobody's word is taken.
     *
     * @param base the image in a registry that it stands on, whose layers are taken from there where that is possible
     */
    public List<PublishOutcome> publish(ReadyImage ready, ImageIdentity identity, Optional<ImageReference> base) {
        AssembledImage image = read(ready);
        Map<String, Digest> wanted = new HashMap<>();
        image.tags(identity.names())
                .forEach(tag -> wanted.put(tag.name(), tag.target().digest()));
        List<PublishOutcome> outcomes = new ArrayList<>();
        for (ImageTarget to : identity.targets()) {
            Optional<PublishOutcome> there =
                    settings.reuse() == Reuse.NONE ? Optional.empty() : ifPublished(to, identity, wanted, base);
            outcomes.add(targets.telling(() -> there.orElseGet(() -> publish(image, to, identity, base))));
        }
        return outcomes;
    }

    /**
     * Asks, by one request a name, whether all names stand for what they should already; empty where one does not.
     *
     * @param wanted the digest that a name should stand for
     * @param base the image in a registry that it stands on
     */
    public Optional<List<PublishOutcome>> ifPublished(
            ImageIdentity identity, Map<String, Digest> wanted, Optional<ImageReference> base) {
        List<PublishOutcome> outcomes = new ArrayList<>();
        for (ImageTarget to : identity.targets()) {
            Optional<PublishOutcome> there = ifPublished(to, identity, wanted, base);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            outcomes.add(there.get());
        }
        return Optional.of(outcomes);
    }

    private Optional<PublishOutcome> ifPublished(
            ImageTarget to, ImageIdentity identity, Map<String, Digest> wanted, Optional<ImageReference> base) {
        return new RegistryDelivery(targets.of(to).repository(), to.names())
                .ifNamed(wanted)
                .map(tags -> new PublishOutcome(outcome(identity, base, tags), Map.of(), false));
    }

    private static ImageOutcome outcome(ImageIdentity identity, Optional<ImageReference> base, List<TagOutcome> tags) {
        return new ImageOutcome(
                identity.variant(),
                identity.isDefault(),
                identity.reference(),
                base.map(ImageReference::toString).orElse("the base"),
                whole(tags),
                List.of(),
                tags);
    }

    /** Returns what stands for the whole image: the main name does, which is for no platform alone. */
    private static Descriptor whole(List<TagOutcome> tags) {
        return tags.stream()
                .filter(tag -> tag.platform().isEmpty())
                .findFirst()
                .orElse(tags.get(0))
                .target();
    }

    private static AssembledImage read(ReadyImage ready) {
        Mistakes faults = new Mistakes();
        List<StoredImage> found = StoredImages.in(ready.layout()).images(faults);
        faults.throwIfAny();
        StoredImage stored = found.stream()
                .filter(image -> image.name().equals(ready.reference()))
                .findFirst()
                .orElseThrow();
        List<Image> images = stored.images().stream().map(PlatformImage::image).toList();
        Document<?> named = stored.indexes().isEmpty()
                ? images.get(0).manifest()
                : stored.indexes().get(0);
        return new AssembledImage(images, named, List.of());
    }

    private PublishOutcome publish(
            AssembledImage image, ImageTarget to, ImageIdentity identity, Optional<ImageReference> base) {
        PublishTarget target = targets.of(to);
        try (BlobTransfers transfers = target.transfers(settings.transfers(), log)) {
            List<ImageRepository> elsewhere =
                    base.map(settings::repository).stream().toList();
            image.images()
                    .forEach(one ->
                            one.layers().forEach(layer -> transfers.begin(new Cargo("layer", layer, elsewhere))));
            Delivered delivered = target.deliver(image, to.names(), transfers);
            return new PublishOutcome(
                    outcome(identity, base, image.tags(to.names())), delivered.transfers(), delivered.isNew());
        }
    }
}
