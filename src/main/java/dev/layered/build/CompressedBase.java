package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import dev.layered.layer.Compression;
import dev.layered.layer.LayerKey;
import dev.layered.layer.LayerWriter;
import dev.layered.layer.SideBySide;
import dev.layered.store.BlobDraft;
import dev.layered.store.BlobFacts;
import dev.layered.store.DiskNeed;
import dev.layered.store.IoReason;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compresses the layers of a base that came as plain tars and have no digests to keep, so that nobody has to send
 * several times the bytes.
 *
 * <p>Each is compressed once and kept in the local store, which remembers it by its diffID and the format of layers.
 */
final class CompressedBase {

    private final Store store;
    private final BlobFacts facts;

    CompressedBase(Store store) {
        this.store = store;
        this.facts = new BlobFacts(store, "compressed");
    }

    /** Returns the bases of several plans so, for each plan by its platforms. */
    Map<BasedPlan, Map<Platform, BaseImage>> of(List<BasedPlan> plans) {
        Map<BasedPlan, Map<Platform, BaseImage>> bases = new LinkedHashMap<>();
        plans.forEach(based -> bases.put(based, of(based.bases())));
        return bases;
    }

    /** Returns the bases with every plain layer compressed. */
    <K> Map<K, BaseImage> of(Map<K, BaseImage> bases) {
        Map<Digest, Blob> compressed = compressed(bases.values());
        Map<K, BaseImage> all = new LinkedHashMap<>();
        bases.forEach((key, base) -> {
            List<Blob> layers = new ArrayList<>(base.layers());
            layers.replaceAll(
                    layer -> compressed.getOrDefault(layer.descriptor().digest(), layer));
            all.put(key, new BaseImage(base.config(), layers, base.asPublished(), base.origin()));
        });
        return all;
    }

    private Map<Digest, Blob> compressed(Collection<BaseImage> bases) {
        Map<Digest, Blob> wanted = new LinkedHashMap<>();
        for (BaseImage base : bases) {
            base.layers().stream()
                    .filter(layer -> !base.asPublished())
                    .filter(layer -> layer.descriptor().mediaType().equals(MediaType.OCI_LAYER))
                    .forEach(layer -> wanted.put(layer.descriptor().digest(), layer));
        }
        DiskNeed.check(store.need(wanted.values().stream()
                .filter(plain -> known(plain).isEmpty())
                .mapToLong(plain -> plain.descriptor().size())
                .sum()));
        List<Blob> made = SideBySide.each(List.copyOf(wanted.values()), this::compressed);
        Map<Digest, Blob> compressed = new HashMap<>();
        int next = 0;
        for (Blob layer : wanted.values()) {
            compressed.put(layer.descriptor().digest(), made.get(next++));
        }
        return compressed;
    }

    /** Its bytes are read from the store, and compressed again where they are found to be damaged there. */
    private Blob compressed(Blob plain) {
        Descriptor compressed = known(plain).orElseGet(() -> compress(plain));
        BlobSource source =
                descriptor -> store.blobs().open(store.blobs().has(descriptor) ? descriptor : compress(plain));
        return source.blob(compressed);
    }

    private Optional<Descriptor> known(Blob plain) {
        return facts.find(key(plain)).map(BlobFacts.Known::descriptor).filter(store.blobs()::has);
    }

    /** What an encoder of another format made of the layer has other bytes. */
    private static Digest key(Blob plain) {
        String key = LayerKey.FORMAT_VERSION + " " + plain.descriptor().digest();
        return Digest.of(key.getBytes(StandardCharsets.UTF_8));
    }

    private Descriptor compress(Blob plain) {
        try (BlobDraft draft = store.blobs().draft()) {
            Descriptor descriptor = LayerWriter.compress(plain, Compression.GZIP, draft);
            draft.commit();
            facts.remember(key(plain), new BlobFacts.Known(descriptor, Optional.empty()));
            return descriptor;
        } catch (IOException e) {
            throw LayeredFailure.outside(
                    new Problem(
                            "layout-unusable",
                            "A layer of the base image cannot be read: " + IoReason.of(e) + ".",
                            Shown.text(plain.source()),
                            "make it a file that this user may read"),
                    e);
        }
    }
}
