package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Image;
import dev.layered.image.ImageFormat;
import dev.layered.image.ImageReference;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.LayerKey;
import dev.layered.layout.ImageReader;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.outcome.BuildLog;
import dev.layered.place.RepositoryDocuments;
import dev.layered.plan.ImageInfo;
import dev.layered.record.LayerMark;
import dev.layered.record.LayerMarks;
import dev.layered.registry.ImageRepository;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The layers of images in registries by their keys, which the history in the configs tells.
 *
 * <p>What cannot be read counts as unknown and costs time only. An image is looked at when a key is asked for that the
 * ones before it do not have. Thread-safe.
 */
final class PublishedLayers {

    private final Map<String, Published> images = new LinkedHashMap<>();
    private final Map<LayerKey, Known> known = new HashMap<>();
    private final Set<Digest> inTarget = new HashSet<>();
    private final Map<String, String> bases = new HashMap<>();
    private final BuildLog log;

    /** A layer that a repository has. */
    record Known(Descriptor descriptor, Digest diffId, ImageRepository repository) {

        /** Returns it as we describe layers, whatever the image adds to that. */
        Layer layer(KeyedLayer keyed) {
            String mediaType = keyed.compression().mediaType();
            return new Layer(keyed.key(), Descriptor.of(mediaType, descriptor.digest(), descriptor.size()), diffId);
        }
    }

    /**
     * An image that may be there.
     *
     * @param isTarget whether it is in the repository that is published to
     */
    record Published(ImageRepository repository, ImageReference image, boolean isTarget) {}

    /** Looks at nothing yet; the images are asked in this order. */
    PublishedLayers(List<Published> images, BuildLog log) {
        images.forEach(image -> this.images.putIfAbsent(image.image().toString(), image));
        this.log = log;
    }

    /** Whether no image has a layer with a key. */
    synchronized boolean isEmpty() {
        while (known.isEmpty() && !images.isEmpty()) {
            lookAtNext();
        }
        return known.isEmpty();
    }

    /** Whether an image of the target refers to the blob, so that a registry that is in order has it. */
    synchronized boolean isInTarget(Descriptor blob) {
        while (!inTarget.contains(blob.digest()) && images.values().stream().anyMatch(Published::isTarget)) {
            lookAtNext();
        }
        return inTarget.contains(blob.digest());
    }

    /** Returns the layer of the key as an image has it, in the compression that is wanted. */
    synchronized Optional<Known> find(KeyedLayer keyed) {
        while (!known.containsKey(keyed.key()) && !images.isEmpty()) {
            lookAtNext();
        }
        return Optional.ofNullable(known.get(keyed.key()))
                .filter(found -> ImageFormat.OCI
                        .layer(found.descriptor())
                        .mediaType()
                        .equals(keyed.compression().mediaType()));
    }

    private void lookAtNext() {
        Published next = images.remove(images.keySet().iterator().next());
        try {
            look(next);
        } catch (LayeredFailure failure) {
            log.detail("No layers are taken from " + next.repository().reference() + ": " + failure.getMessage());
        }
    }

    /** What is missing of an image or damaged is passed over. */
    private void look(Published published) {
        RepositoryDocuments documents = new RepositoryDocuments(published.repository());
        List<PlatformImage> found = documents
                .target(published.image())
                .map(target -> new ImageReader(documents, new Mistakes()).read("", target, platform -> true))
                .map(StoredImage::images)
                .orElse(List.of());
        found.forEach(image -> note(image.image(), published));
        log.detail(
                "looked for layers in " + Shown.text(published.image().toString()) + ": " + found.size() + " images");
    }

    private void note(Image image, Published published) {
        List<Digest> diffIds = image.config().value().diffIds();
        List<Descriptor> layers = image.manifest().value().layers();
        List<Optional<LayerMark>> marks = LayerMarks.of(image);
        for (int i = 0; i < layers.size(); i++) {
            Known layer = new Known(layers.get(i), diffIds.get(i), published.repository());
            marks.get(i).ifPresent(mark -> known.putIfAbsent(mark.key(), layer));
        }
        if (published.isTarget()) {
            Map<String, String> labels = image.config().value().runtime().labels();
            bases.putIfAbsent(labels.get(ImageInfo.BASE_NAME), labels.get(ImageInfo.BASE_DIGEST));
            isDelivered(List.of(image));
        }
    }

    /** Returns what the target's images that were looked at say that a name of a base image stood for. */
    synchronized Optional<String> base(String name) {
        return Optional.ofNullable(bases.get(name));
    }

    /** Notes that the target has these images with all that they refer to. */
    synchronized void isDelivered(List<Image> images) {
        for (Image image : images) {
            inTarget.add(image.config().digest());
            image.layers().forEach(layer -> inTarget.add(layer.descriptor().digest()));
        }
    }
}
