package dev.layered.base;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layout.StoredImages;
import dev.layered.plan.BaseChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The digest of base images: equal where an image on top of them would be equal. */
public final class BaseDigest {

    private BaseDigest() {}

    /** Returns the digest of platforms, configs and layers, which are told by their digests. */
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
                .build()));
        return Digest.of(Json.bytes(all));
    }

    /**
     * Whether the base is on this machine, so that to look at it costs nothing and asks nobody.
     *
     * @param project the folder that relative paths start from
     * @throws dev.layered.failure.LayeredFailure {@code layout-missing} if no path can look like that
     */
    public static boolean isAtHand(BaseChoice choice, Path project) {
        return choice.from().equals(BaseImages.SCRATCH)
                || StoredImages.at(choice.from(), project).isPresent();
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
