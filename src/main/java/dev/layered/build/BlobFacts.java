package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the local store remembers of layers in it: which blob is the answer to which key. */
final class BlobFacts {

    private final Store store;
    private final String kind;

    /** A layer in the store. */
    record Known(Descriptor descriptor, Digest diffId) {}

    /** Remembers facts of that kind, see {@link dev.layered.store.Facts}. */
    BlobFacts(Store store, String kind) {
        this.store = store;
        this.kind = kind;
    }

    /** Returns the layer of the key, where its bytes are stored too. */
    Optional<Known> find(Digest key) {
        return store.facts()
                .read(kind, key)
                .flatMap(BlobFacts::read)
                .filter(known -> store.blobs().has(known.descriptor()));
    }

    /** Remembers a layer whose bytes were stored. */
    void remember(Digest key, Known known) {
        JsonObject fact = JsonObject.builder()
                .put("mediaType", known.descriptor().mediaType())
                .put("digest", known.descriptor().digest().text())
                .put("size", known.descriptor().size())
                .put("diffId", known.diffId().text())
                .build();
        store.facts().write(kind, key, new String(Json.bytes(fact), StandardCharsets.UTF_8));
    }

    private static Optional<Known> read(String text) {
        try {
            JsonObject fact = Json.parse(text.getBytes(StandardCharsets.UTF_8), "a fact of the store");
            Descriptor descriptor = Descriptor.of(
                    fact.requiredText("mediaType"),
                    Digest.parse(fact.requiredText("digest")),
                    fact.requiredSize("size"));
            return Optional.of(new Known(descriptor, Digest.parse(fact.requiredText("diffId"))));
        } catch (LayeredFailure e) {
            return Optional.empty(); // a fact in a form of another version only costs time
        }
    }
}
