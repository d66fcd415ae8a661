package dev.layered.build;

import dev.layered.build.PublishSettings.Reuse;
import dev.layered.build.PublishedLayers.Published;
import dev.layered.build.RegistryDelivery.Delivered;
import dev.layered.image.ImageReference;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.ImageName;
import dev.layered.registry.ImageRepository;
import java.util.ArrayList;
import java.util.List;

/**
 * A repository that the images of a run are published to, and what is known of the layers in it.
 *
 * @param published the layers of the images that the run's names stand for there, and of those to take from
 */
record PublishTarget(ImageRepository repository, PublishedLayers published) {

    /**
     * Returns the target, of which nothing is asked yet.
     *
     * @param names of all images of the run there; at least one
     */
    static PublishTarget of(List<ImageName> names, PublishSettings settings, BuildLog log) {
        ImageRepository repository = settings.target(names);
        List<Published> known = new ArrayList<>();
        if (settings.reuse() == Reuse.ALL) {
            names.stream()
                    .filter(name -> name.platform().isEmpty()) // those of a platform are in the others
                    .map(name -> ImageReference.parse(name.reference()))
                    .forEach(image -> known.add(new Published(repository, image, true)));
            settings.cacheFrom().forEach(image -> known.add(new Published(settings.repository(image), image, false)));
        }
        return new PublishTarget(repository, new PublishedLayers(known, log));
    }

    /** Returns what sends blobs to the repository. */
    BlobTransfers transfers(int atOnce, BuildLog log) {
        return new BlobTransfers(repository, published::isInTarget, atOnce, log);
    }

    /** Brings an image under its names there once its layers are on their way. */
    Delivered deliver(AssembledImage image, List<ImageName> names, BlobTransfers transfers) {
        Delivered delivered = new RegistryDelivery(repository, names).deliver(image, transfers);
        published.isDelivered(image.images());
        return delivered;
    }
}
