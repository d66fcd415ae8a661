package dev.layered.store;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the store remembers of blobs: which one is the answer to which key, whether or not its bytes are stored. */
public final class BlobFacts {

    /** The kind of facts that tell which layer has which key. */
    public static final String LAYER = "layer";

    private final Facts facts;
    private final String kind;

    /**
     * A blob that somebody had or made.
     *
     * @param diffId of a layer: the digest of the uncompressed tar, where the key does not tell it
     */
    public record Known(Descriptor descriptor, Optional<Digest> diffId) {}

    /** Remembers facts of that kind, see {@link Facts#read}. */
    public BlobFacts(Store store, String kind) {
        this(store.facts(), kind);
    }

    BlobFacts(Facts facts, String kind) {
        this.facts = facts;
        this.kind = kind;
    }

    /** Returns the blob of the key. */
    public Optional<Known> find(Digest key) {
        return facts.read(kind, key).flatMap(BlobFacts::read);
    }

    /** Remembers a blob; writes nothing where that is known. */
    public void remember(Digest key, Known known) {
        JsonObject fact = JsonObject.builder()
                .put("mediaType", known.descriptor().mediaType())
                .put("digest", known.descriptor().digest().text())
                .put("size", known.descriptor().size())
                .putIfAny("diffId", known.diffId().map(Digest::text))
                .build();
        String text = new String(Json.bytes(fact), StandardCharsets.UTF_8);
        if (!facts.read(kind, key).equals(Optional.of(text))) {
            facts.write(kind, key, text);
        }
    }

    private static Optional<Known> read(String text) {
        try {
            JsonObject fact = Json.parse(text.getBytes(StandardCharsets.UTF_8), "a fact of the store");
            Descriptor descriptor = Descriptor.of(
                    fact.requiredText("mediaType"),
                    Digest.parse(fact.requiredText("digest")),
                    fact.requiredSize("size"));
            return Optional.of(new Known(descriptor, fact.text("diffId").map(Digest::parse)));
        } catch (LayeredFailure e) {
            return Optional.empty(); // a fact in a form of another version only costs time
        }
    }
}
