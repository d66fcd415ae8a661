package dev.layered.report;

import dev.layered.image.Descriptor;
import dev.layered.json.JsonObject;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PlatformOutcome;

/** What the files for other tools tell of the image of one platform. */
final class PlatformJson {

    private PlatformJson() {}

    static JsonObject of(PlatformOutcome platform) {
        return JsonObject.builder()
                .put("platform", platform.platform().toString())
                .put("manifest", platform.manifest().digest().text())
                .put("config", platform.config().text())
                .put("size", platform.size())
                .put(
                        "baseLayers",
                        platform.baseLayers().stream().map(PlatformJson::json).toList())
                .put(
                        "layers",
                        platform.layers().stream().map(PlatformJson::json).toList())
                .build();
    }

    private static JsonObject json(Descriptor layer) {
        return JsonObject.builder()
                .put("digest", layer.digest().text())
                .put("size", layer.size())
                .build();
    }

    private static JsonObject json(LayerOutcome layer) {
        return JsonObject.builder()
                .put("name", layer.name())
                .put("key", layer.key())
                .put("digest", layer.descriptor().digest().text())
                .put("diffId", layer.diffId().text())
                .put("size", layer.descriptor().size())
                .put("files", layer.files())
                .put("contentSize", layer.contentSize())
                .put("origin", layer.origin().word())
                .build();
    }
}
