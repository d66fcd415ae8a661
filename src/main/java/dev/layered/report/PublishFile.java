package dev.layered.report;

import dev.layered.failure.LayeredFailure;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.Transfer;
import dev.layered.store.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The file that a push leaves for other tools: {@code push.json}. */
public final class PublishFile {

    private static final int SCHEMA = 1;

    private PublishFile() {}

    /**
     * Writes what every name stands for now, what each platform's layers are and how each blob came there. Where nothing
     * was looked at, since the names stood for the image before, it keeps what the file tells of the platforms.
     *
     * @param time of the whole push
     * @param output usually {@code target/layered}
     */
    public static void write(PublishOutcome outcome, Duration time, Path output) {
        Path file = output.resolve("push.json");
        JsonObject json = JsonObject.builder()
                .put("schema", SCHEMA)
                .put("names", outcome.names())
                .put("digest", outcome.target().digest().text())
                .put("mediaType", outcome.target().mediaType())
                .put("sent", outcome.sent())
                .put("milliseconds", time.toMillis())
                .put("from", outcome.base())
                .put("platforms", platforms(outcome, file))
                .put(
                        "blobs",
                        outcome.transfers().values().stream()
                                .map(PublishFile::json)
                                .toList())
                .build();
        AtomicFile.writeIfChanged(file, Json.pretty(json));
    }

    private static List<JsonObject> platforms(PublishOutcome outcome, Path file) {
        if (!outcome.platforms().isEmpty()) {
            return outcome.platforms().stream().map(OutcomeFiles::json).toList();
        }
        try {
            JsonObject former = Json.parse(Files.readAllBytes(file), file.toString());
            boolean isSame = former.requiredText("digest")
                    .equals(outcome.target().digest().text());
            return isSame ? former.objects("platforms") : List.of();
        } catch (IOException | LayeredFailure e) {
            return List.of(); // it told nothing
        }
    }

    private static JsonObject json(Transfer transfer) {
        return JsonObject.builder()
                .put("digest", transfer.digest().text())
                .put("size", transfer.size())
                .put("way", transfer.way().name().toLowerCase(Locale.ROOT))
                .putIfAny("from", transfer.from())
                .put("sent", transfer.sent())
                .put("milliseconds", transfer.time().toMillis())
                .build();
    }
}
