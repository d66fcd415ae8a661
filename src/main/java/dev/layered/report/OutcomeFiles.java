package dev.layered.report;

import dev.layered.image.Descriptor;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that a build leaves for other tools: {@code image.json} and {@code image.digest}. */
public final class OutcomeFiles {

    private static final int SCHEMA = 1;

    private OutcomeFiles() {}

    /**
     * Writes both files whole or not at all, the digest last. A run that changed nothing keeps what tells how the image
     * was made, unless that tells of another image: a run that died may have left it behind.
     *
     * @param output usually {@code target/layered}
     */
    public static void write(BuildOutcome outcome, Path output) {
        Path json = output.resolve("image.json");
        byte[] told = Json.pretty(json(outcome));
        if (!outcome.unchanged() || !isSameButForOrigins(json, told)) {
            AtomicFile.writeIfChanged(json, told);
        }
        byte[] digest = outcome.target().digest().text().getBytes(StandardCharsets.UTF_8);
        AtomicFile.writeIfChanged(output.resolve("image.digest"), digest);
    }

    private static boolean isSameButForOrigins(Path json, byte[] told) {
        try {
            return withoutOrigins(Files.readAllBytes(json)).equals(withoutOrigins(told));
        } catch (IOException e) {
            return false; // what is missing or cannot be read is written
        }
    }

    private static String withoutOrigins(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replaceAll("\"origin\": \"[a-z]+\"", "");
    }

    private static JsonObject json(BuildOutcome outcome) {
        return JsonObject.builder()
                .put("schema", SCHEMA)
                .put("reference", outcome.reference())
                .put("from", outcome.base())
                .put("digest", outcome.target().digest().text())
                .put("mediaType", outcome.target().mediaType())
                .put(
                        "platforms",
                        outcome.platforms().stream().map(OutcomeFiles::json).toList())
                .putIfAny("emptyLayers", outcome.emptyLayers())
                .build();
    }

    static JsonObject json(PlatformOutcome platform) {
        return JsonObject.builder()
                .put("platform", platform.platform().toString())
                .put("manifest", platform.manifest().digest().text())
                .put("config", platform.config().text())
                .put("size", platform.size())
                .put(
                        "baseLayers",
                        platform.baseLayers().stream().map(OutcomeFiles::json).toList())
                .put(
                        "layers",
                        platform.layers().stream().map(OutcomeFiles::json).toList())
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
