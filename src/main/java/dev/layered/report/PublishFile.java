package dev.layered.report;

import dev.layered.failure.LayeredFailure;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.TagOutcome;
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

    static final String NAME = "push.json";

    private static final int SCHEMA = 1;

    private PublishFile() {}

    /**
     * Writes what every name stands for now, what each platform's layers are and how each blob came there. Where nothing
     * was looked at, since the names stood for the image before, it keeps what the file tells of the platforms.
     *
     * @param repositories what the image is in each
     * @param time of the whole push
     * @param output usually {@code target/layered}
     */
    public static void write(List<PublishOutcome> repositories, Duration time, Path output) {
        Path file = output.resolve(NAME);
        ImageOutcome image = repositories.get(0).image();
        List<TagOutcome> tags = repositories.stream()
                .flatMap(one -> one.image().tags().stream())
                .toList();
        JsonObject json = JsonObject.builder()
                .put("schema", SCHEMA)
                .put("names", tags.stream().map(TagOutcome::name).toList())
                .put("digest", image.target().digest().text())
                .put("mediaType", image.target().mediaType())
                .put("tags", ImageFiles.tags(tags))
                .put(
                        "sent",
                        repositories.stream().mapToLong(PublishOutcome::sent).sum())
                .put("milliseconds", time.toMillis())
                .put("from", image.base())
                .put("platforms", platforms(image, file))
                .put(
                        "blobs",
                        repositories.stream()
                                .flatMap(one -> one.transfers().values().stream())
                                .map(PublishFile::json)
                                .toList())
                .build();
        AtomicFile.writeIfChanged(file, Json.pretty(json));
    }

    private static List<JsonObject> platforms(ImageOutcome image, Path file) {
        if (!image.platforms().isEmpty()) {
            return image.platforms().stream().map(PlatformJson::of).toList();
        }
        try {
            JsonObject former = Json.parse(Files.readAllBytes(file), file.toString());
            boolean isSame =
                    former.requiredText("digest").equals(image.target().digest().text());
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
