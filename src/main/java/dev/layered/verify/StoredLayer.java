package dev.layered.verify;

import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.image.Image;
import dev.layered.layer.KeyedLayer;
import dev.layered.record.LayerMark;
import dev.layered.record.LayerMarks;
import dev.layered.record.RecordedPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A layer of one or several images, which is read once.
 *
 * @param where the first image that has it, for messages
 * @param mark what the history calls it; none for a layer of another tool
 * @param diffIds what the configs say; more than one only where they contradict each other
 * @param recorded what was put into it, where that is recorded
 */
record StoredLayer(
        Blob blob, String where, Optional<LayerMark> mark, Set<Digest> diffIds, Optional<KeyedLayer> recorded) {

    /** Returns the name that the history gives it. */
    String name() {
        return mark.map(LayerMark::name).orElse("of another tool");
    }

    boolean isOurs() {
        return mark.isPresent();
    }

    private static Optional<KeyedLayer> recorded(LayerMark mark, List<RecordedPlan> plans) {
        return plans.stream()
                .flatMap(plan -> Stream.ofNullable(plan.layers().get(mark)))
                .findFirst();
    }

    /** Returns the layers of the images, each once, in the order of the first image that has it. */
    static List<StoredLayer> of(Collection<Image> images, List<RecordedPlan> plans) {
        Map<Digest, StoredLayer> layers = new LinkedHashMap<>();
        for (Image image : images) {
            List<Optional<LayerMark>> marks = LayerMarks.of(image);
            List<Digest> diffIds = image.config().value().diffIds();
            for (int i = 0; i < image.layers().size(); i++) {
                Blob blob = image.layers().get(i);
                Optional<LayerMark> mark = marks.get(i);
                String name = mark.map(found -> Shown.text(found.name())).orElse(String.valueOf(i + 1));
                String where = "layer " + name + " of the image for " + image.platform();
                StoredLayer layer = layers.computeIfAbsent(
                        blob.descriptor().digest(),
                        digest -> new StoredLayer(
                                blob,
                                where,
                                mark,
                                new LinkedHashSet<>(),
                                mark.flatMap(found -> recorded(found, plans))));
                if (i < diffIds.size()) {
                    layer.diffIds().add(diffIds.get(i));
                }
            }
        }
        return List.copyOf(layers.values());
    }
}
