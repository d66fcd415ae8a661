package dev.layered.build;

import dev.layered.build.BlobTransfers.Cargo;
import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.ImageReference;
import dev.layered.outcome.TagOutcome;
import dev.layered.outcome.Transfer;
import dev.layered.plan.ImageName;
import dev.layered.registry.ImageRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings images into a repository: blobs, manifests by digest, the index by digest, tags last, so that no name ever stands
 * for an image of which a part is missing.
 */
final class RegistryDelivery {

    private final ImageRepository target;
    private final List<ImageName> names;

    /** What was sent, and whether a name stood for something else before. */
    record Delivered(Map<Digest, Transfer> transfers, boolean isNew) {}

    /**
     * Sends nothing yet.
     *
     * @param names what shall stand for the image, each a tag of the target
     */
    RegistryDelivery(ImageRepository target, List<ImageName> names) {
        this.target = target;
        this.names = names;
    }

    /**
     * Asks, by one request a name, whether all names stand for what they should already; empty where one does not.
     *
     * @param wanted the digest that a name should stand for
     */
    Optional<List<TagOutcome>> ifNamed(Map<String, Digest> wanted) {
        List<TagOutcome> tags = new ArrayList<>();
        for (ImageName name : names) {
            Optional<Descriptor> named =
                    target.head(tag(name)).filter(found -> found.digest().equals(wanted.get(name.reference())));
            if (named.isEmpty()) {
                return Optional.empty();
            }
            tags.add(new TagOutcome(name.reference(), named.get(), name.platform()));
        }
        return Optional.of(tags);
    }

    /** Waits for the blobs that are on their way, and for the configs, and then puts the manifests and the names. */
    Delivered deliver(AssembledImage image, BlobTransfers transfers) {
        image.images().forEach(one -> transfers.begin(new Cargo("config", one.config(), List.of())));
        Map<Digest, Transfer> done = new LinkedHashMap<>(transfers.finish());
        boolean isNew;
        try {
            isNew = putManifests(image);
        } catch (LayeredFailure failure) {
            if (!failure.problems().get(0).id().equals("registry-blob-unknown")) {
                throw failure;
            }
            // the registry lost a blob, or its answers are older than its storage: once more from the blobs on
            transfers.beginAgain();
            transfers.finish().values().stream()
                    .filter(again -> again.way() != Transfer.Way.THERE)
                    .forEach(again -> done.put(again.digest(), again));
            isNew = putManifests(image);
        }
        return new Delivered(done, isNew);
    }

    /**
     * Puts each manifest, then the index, then the names; returns whether a name stood for something else. A manifest
     * that is itself what the names stand for is there with the first of them.
     */
    private boolean putManifests(AssembledImage image) {
        if (!image.isPlain()) {
            Set<Document<?>> manifests = new LinkedHashSet<>();
            image.images().forEach(one -> manifests.add(one.manifest()));
            manifests.add(image.target());
            manifests.forEach(manifest -> put(manifest, manifest.digest().text()));
        }
        boolean isNew = false;
        for (ImageName name : names) {
            isNew |= put(image.named(name), tag(name));
        }
        return isNew;
    }

    private static String tag(ImageName name) {
        return ImageReference.parse(name.reference()).tag().orElseThrow();
    }

    /** Puts the document unless the name stands for it; returns whether it did. */
    private boolean put(Document<?> document, String tagOrDigest) {
        if (standsFor(tagOrDigest, document.descriptor())) {
            return false;
        }
        target.putManifest(document, tagOrDigest);
        return true;
    }

    private boolean standsFor(String tagOrDigest, Descriptor wanted) {
        return target.head(tagOrDigest)
                .map(Descriptor::digest)
                .filter(wanted.digest()::equals)
                .isPresent();
    }
}
