package dev.layered.record;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.Compression;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerKey;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What {@code plan.json} or {@code image.plan.json} says; each layer can be made again from it, as long as its sources
 * are what they were.
 *
 * @param settings as documented in {@code docs/outputs.md}
 * @param platforms in the order of the image
 * @param layers each once, in the order of the first platform that has it; every platform's are among them
 */
public record RecordedPlan(JsonObject settings, List<RecordedPlatform> platforms, Map<LayerMark, KeyedLayer> layers) {

    /**
     * Reads a record; {@code project} is the folder that relative sources start from.
     *
     * @throws LayeredFailure {@code plan-record} if the file is damaged or of another version, {@code plan-unreadable} if
     *     it cannot be read
     */
    public static RecordedPlan read(Path file, Path project) {
        try {
            return parse(file, project);
        } catch (IOException e) {
            throw LayeredFailure.outside(
                    new Problem(
                            "plan-unreadable",
                            "The record of a plan cannot be read: " + IoReason.of(e) + ".",
                            Shown.text(file.toString()),
                            "make it a file that this user may read, or build the image again"),
                    e);
        } catch (LayeredFailure failure) {
            throw unfit(file, otherSchema(file).orElse(failure.problems().get(0).what()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unfit(file, otherSchema(file).orElse(Shown.text(String.valueOf(e.getMessage()))));
        }
    }

    /** A record of another version may look damaged before its version is read. */
    private static Optional<String> otherSchema(Path file) {
        Consumer<JsonObject> drop = item -> {};
        try {
            long schema = Json.read(file, Map.of("layers", drop, "layers.entries", drop, "inputs", drop))
                    .requiredNumber("schema");
            return schema == PlanRecord.SCHEMA
                    ? Optional.empty()
                    : Optional.of("Its schema is " + schema + ", and this version reads " + PlanRecord.SCHEMA + ".");
        } catch (IOException | LayeredFailure e) {
            return Optional.empty();
        }
    }

    /** Keeps no JSON of what there can be very many of. */
    private static RecordedPlan parse(Path file, Path project) throws IOException {
        EntryReader reader = new EntryReader(project);
        List<KeyedEntry> entries = new ArrayList<>();
        Map<LayerMark, KeyedLayer> layers = new LinkedHashMap<>();
        JsonObject json = Json.read(
                file,
                Map.of(
                        "layers.entries",
                        entry -> entries.add(reader.entry(entry)),
                        "layers",
                        layer -> {
                            layers.put(mark(layer), layer(layer, entries));
                            entries.clear();
                        },
                        "inputs",
                        input -> {}));
        if (json.requiredNumber("schema") != PlanRecord.SCHEMA) {
            throw new IllegalArgumentException("Its schema is another.");
        }
        List<RecordedPlatform> platforms = json.objects("platforms").stream()
                .map(platform -> platform(platform, reader))
                .toList();
        for (RecordedPlatform platform : platforms) {
            for (LayerMark mark : platform.layers()) {
                if (!layers.containsKey(mark)) {
                    throw new IllegalArgumentException(
                            "It lacks the layer " + Shown.quoted(mark) + " of " + platform.platform() + ".");
                }
            }
        }
        return new RecordedPlan(json.requiredObject("settings"), platforms, layers);
    }

    private static LayerMark mark(JsonObject layer) {
        return new LayerMark(layer.requiredText("name"), layer.required("key", LayerKey::parse));
    }

    private static KeyedLayer layer(JsonObject layer, List<KeyedEntry> entries) {
        return new KeyedLayer(mark(layer).key(), entries, Compression.of(layer.requiredText("compression")));
    }

    private static RecordedPlatform platform(JsonObject json, EntryReader reader) {
        List<RecordedArtifact> artifacts = json.objects("artifacts").stream()
                .map(artifact -> new RecordedArtifact(
                        artifact.requiredText("artifact"),
                        artifact.requiredText("layer"),
                        reader.file(artifact.requiredText("source")),
                        artifact.text("path")))
                .toList();
        return new RecordedPlatform(
                json.required("platform", Platform::parse),
                json.objects("layers").stream().map(RecordedPlan::mark).toList(),
                artifacts);
    }

    private static LayeredFailure unfit(Path file, String reason) {
        return LayeredFailure.mistake(
                "plan-record",
                Shown.quoted(file.getFileName()) + " is not a record that this version can read. " + reason,
                Shown.text(file.toString()),
                "build the image again, e.g. with mvn package, which writes the record anew");
    }
}
