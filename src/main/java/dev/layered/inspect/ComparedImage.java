package dev.layered.inspect;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Image;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImage;
import dev.layered.outcome.PullSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The image of one platform with all that a host pulls for it.
 *
 * @param documents indexes, manifest and config
 * @param layers lowest first
 */
record ComparedImage(Digest manifest, List<Descriptor> documents, List<NamedLayer> layers) {

    static ComparedImage of(StoredImage stored, PlatformImage one) {
        Image image = one.image();
        List<Descriptor> documents = new ArrayList<>();
        stored.indexes().forEach(index -> documents.add(index.descriptor()));
        documents.add(image.manifest().descriptor());
        documents.add(image.config().descriptor());
        return new ComparedImage(image.manifest().digest(), documents, NamedLayer.of(image));
    }

    /** Returns what a host must pull for this image that has the other one. */
    PullSize pulledWith(ComparedImage other) {
        Set<Digest> blobs = new HashSet<>();
        other.layers.forEach(layer -> blobs.add(layer.digest()));
        Set<Digest> known = new HashSet<>();
        other.documents.forEach(document -> known.add(document.digest()));
        long news = size(documents, known);
        List<Descriptor> all = descriptors(layers);
        return new PullSize(
                news + size(all, blobs),
                news + size(descriptors(layers.subList(samePrefix(other), layers.size())), Set.of()),
                size(documents, Set.of()) + size(all, Set.of()));
    }

    /** Returns how many layers from the lowest on are the same: of the same tar, as an engine knows them unpacked. */
    private int samePrefix(ComparedImage other) {
        int same = 0;
        while (same < Math.min(layers.size(), other.layers.size())
                && layers.get(same).diffId().isPresent()
                && layers.get(same).diffId().equals(other.layers.get(same).diffId())) {
            same++;
        }
        return same;
    }

    private static List<Descriptor> descriptors(List<NamedLayer> layers) {
        return layers.stream().map(layer -> layer.blob().descriptor()).toList();
    }

    /** Returns the bytes of what is not known; nothing is pulled twice. */
    private static long size(List<Descriptor> wanted, Set<Digest> known) {
        Map<Digest, Long> sizes = new LinkedHashMap<>();
        wanted.stream()
                .filter(descriptor -> !known.contains(descriptor.digest()))
                .forEach(descriptor -> sizes.put(descriptor.digest(), descriptor.size()));
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }
}
