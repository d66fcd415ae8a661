package dev.layered.base;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The digest of base images: equal where an image on top of them would be equal. */
public final class BaseDigest {

    private BaseDigest() {}

    /**
     * Returns the digest of platforms, configs and layers, which are told by their digests, and of what a reference stood
     * for, which an image may name.
     */
    public static Digest of(Map<Platform, BaseImage> bases) {
        List<JsonObject> all = new ArrayList<>();
        bases.forEach((platform, base) -> all.add(JsonObject.builder()
                .put("platform", platform.toString())
                .put(
                        "config",
                        OciJson.document(base.config(), MediaType.OCI_CONFIG)
                                .descriptor()
                                .digest()
                                .text())
                .put("layers", base.descriptors().stream().map(BaseDigest::json).toList())
                .putIfAny("named", base.origin().map(origin -> origin.digest().text()))
                .build()));
        return Digest.of(Json.bytes(all));
    }

    private static JsonObject json(Descriptor layer) {
        return JsonObject.builder()
                .put("mediaType", layer.mediaType())
                .put("digest", layer.digest().text())
                .put("size", layer.size())
                .putIfAny("annotations", layer.annotations())
                .putIfAny("other", layer.other())
                .build();
    }
}
