package dev.layered.build;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.LayerKey;
import dev.layered.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Who has the layer of this key? Asks the local store. */
final class KnownLayers {

    private static final String KIND = "layer";

    private final Store store;

    KnownLayers(Store store) {
        this.store = store;
    }

    /** Returns what the layer of the key is, where its bytes are stored too. */
    Optional<Layer> find(KeyedLayer keyed) {
        return store.facts()
                .read(KIND, keyed.key().digest())
                .flatMap(text -> read(text, keyed.key()))
                .filter(layer -> store.blobs().has(layer.descriptor()));
    }

    /** Remembers a layer whose bytes were stored. */
    void remember(Layer layer) {
        Descriptor descriptor = layer.descriptor();
        JsonObject fact = JsonObject.builder()
                .put("mediaType", descriptor.mediaType())
                .put("digest", descriptor.digest().text())
                .put("size", descriptor.size())
                .put("diffId", layer.diffId().text())
                .build();
        store.facts().write(KIND, layer.key().digest(), new String(Json.bytes(fact), StandardCharsets.UTF_8));
    }

    private static Optional<Layer> read(String text, LayerKey key) {
        try {
            JsonObject fact = Json.parse(text.getBytes(StandardCharsets.UTF_8), "a fact of the store");
            Descriptor descriptor = Descriptor.of(
                    fact.requiredText("mediaType"),
                    Digest.parse(fact.requiredText("digest")),
                    fact.requiredSize("size"));
            return Optional.of(new Layer(key, descriptor, Digest.parse(fact.requiredText("diffId"))));
        } catch (LayeredFailure e) {
            return Optional.empty(); // a fact in a form of another version only costs time
        }
    }
}
