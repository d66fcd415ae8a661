package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.History;
import dev.layered.image.Image;
import dev.layered.image.ImageFormat;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.LayerKey;
import dev.layered.outcome.BuildLog;
import dev.layered.record.LayerMark;
import dev.layered.registry.ImageRepository;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers of images in registries by their keys, which the history in the configs tells.
 *
 * <p>What cannot be read counts as unknown and costs time only. An image is looked at when a key is asked for that the
 * ones before it do not have. Thread-safe.
 */
final class PublishedLayers {

    private final Map<String, Published> images = new LinkedHashMap<>();
    private final Map<LayerKey, Known> known = new HashMap<>();
    private final BuildLog log;

    /** A layer that a repository has. */
    record Known(Descriptor descriptor, Digest diffId, ImageRepository repository) {

        /** Returns it as we describe layers, whatever the image adds to that. */
        Layer layer(KeyedLayer keyed) {
            String mediaType = keyed.compression().mediaType();
            return new Layer(keyed.key(), Descriptor.of(mediaType, descriptor.digest(), descriptor.size()), diffId);
        }
    }

    /** An image that may be there. */
    record Published(ImageRepository repository, String tagOrDigest) {}

    /** Looks at nothing yet; the images are asked in this order. */
    PublishedLayers(List<Published> images, BuildLog log) {
        images.forEach(
                image -> this.images.putIfAbsent(image.repository().reference() + " " + image.tagOrDigest(), image));
        this.log = log;
    }

    /** Returns the layer of the key as an image has it, in the compression that is wanted. */
    synchronized Optional<Known> find(KeyedLayer keyed) {
        while (!known.containsKey(keyed.key()) && !images.isEmpty()) {
            Published next = images.remove(images.keySet().iterator().next());
            try {
                look(next);
            } catch (LayeredFailure failure) {
                log.detail("No layers are taken from " + next.repository().reference() + ": " + failure.getMessage());
            }
        }
        return Optional.ofNullable(known.get(keyed.key()))
                .filter(found -> ImageFormat.OCI
                        .layer(found.descriptor())
                        .mediaType()
                        .equals(keyed.compression().mediaType()));
    }

    private void look(Published published) {
        List<Image> found = RepositoryImages.of(published.repository(), published.tagOrDigest());
        found.forEach(image -> note(image, published.repository()));
        log.detail("looked for layers in "
                + Shown.text(published.repository().reference().toString()) + ": " + found.size() + " images");
    }

    private void note(Image image, ImageRepository repository) {
        List<Digest> diffIds = image.config().value().diffIds();
        List<Descriptor> layers = image.manifest().value().layers();
        List<History> steps = image.config().value().history().stream()
                .filter(step -> !step.emptyLayer())
                .toList();
        if (steps.size() != layers.size() || diffIds.size() != layers.size()) {
            return; // which key is whose cannot be told
        }
        for (int i = 0; i < layers.size(); i++) {
            Known layer = new Known(layers.get(i), diffIds.get(i), repository);
            LayerMark.of(steps.get(i)).ifPresent(mark -> known.putIfAbsent(mark.key(), layer));
        }
    }
}
