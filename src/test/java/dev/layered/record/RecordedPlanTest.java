package dev.layered.record;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.History;
import dev.layered.json.Json;
import dev.layered.json.Mutations;
import dev.layered.layer.Compression;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerEntry;
import dev.layered.layer.LayerKeys;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.StandardLayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedPlanTest {

    @TempDir
    private Path folder;

    private SamplePlan sample() {
        return SamplePlan.in(folder)
                .made(StandardLayer.START, "app/classpath", "/app/classes:/app/libs/a-1.jar")
                .artifacts(3, "g:a:1", "k:m:1 module")
                .on("linux/amd64", "linux/arm64/v8");
    }

    @Test
    void readWhenWrittenGivesLayersThatCanBeMadeAgain() {
        RecordedPlan plan = SampleRecord.read(sample(), folder);

        assertThat(plan.settings().requiredText("reference")).isEqualTo("shop/cart:1.0");
        assertThat(plan.platforms().get(1).platform()).hasToString("linux/arm64/v8");
        assertThat(plan.platforms().get(0).layers())
                .extracting(LayerMark::name)
                .containsExactly("dependencies", "modules", "classes", "start");
        assertThat(plan.platforms().get(0).artifacts())
                .extracting(RecordedArtifact::coordinates, RecordedArtifact::layer)
                .containsExactly(tuple("g:a:1", "dependencies"), tuple("k:m:1", "modules"));
        plan.layers().forEach((mark, layer) -> assertThat(again(layer)).isEqualTo(layer));
    }

    @Test
    void readGivesEachLayerItsCompressionAndLevel() {
        CompressionChoice choice =
                new CompressionChoice(Compression.of("zstd:7"), Map.of("dependencies", Compression.NONE));
        RecordedPlan plan = SampleRecord.read(sample().compression(choice), folder);
        assertThat(plan.layers().values())
                .extracting(layer -> layer.compression().word())
                .containsExactly("none", "zstd:7", "zstd:7", "zstd:7");
        plan.layers().forEach((mark, layer) -> assertThat(again(layer)).isEqualTo(layer));
        assertThat(plan.settings().requiredText("compression")).isEqualTo("zstd:7");
    }

    private static KeyedLayer again(KeyedLayer layer) {
        List<LayerEntry> entries = layer.entries().stream().map(e -> e.entry()).toList();
        return LayerKeys.key(entries, layer.compression());
    }

    @Test
    void readWhenEntriesAreUnusualGivesEachAsItWas() throws IOException {
        Path source = Files.writeString(folder.resolve("x"), "x");
        Instant time = Instant.parse("2024-02-29T12:00:00Z");
        KeyedLayer layer = LayerKeys.key(
                List.of(
                        new LayerEntry("etc/x", new Content.OfFile(source), 0640, 7, 8, time),
                        new LayerEntry("etc/l", new Content.Link("../x"), 0777, 0, 0, LayerEntry.DEFAULT_TIME),
                        new LayerEntry("etc/b", new Content.OfBytes(new byte[] {-1}), 0600, 0, 9, Instant.EPOCH)),
                Compression.NONE);

        InputFiles inputs = new InputFiles(folder);
        EntryReader reader = new EntryReader(folder);

        assertThat(layer.entries())
                .allSatisfy(entry ->
                        assertThat(reader.entry(EntryJson.of(entry, inputs))).isEqualTo(entry));
    }

    @Test
    void readWhenSchemaIsOfTheFutureSaysSo() throws IOException {
        Path file = damaged("\"schema\": 1", "\"schema\": 2");
        assertFailure(() -> RecordedPlan.read(file, folder))
                .isMistake()
                .hasId("plan-record")
                .what("'image.plan.json' is not a record that this version can read. Its schema is 2, and this"
                        + " version reads 1.")
                .where(file.toString())
                .fix("build the image again, e.g. with mvn package, which writes the record anew");
    }

    @Test
    void readWhenALayerIsMissingNamesIt() throws IOException {
        Path file = damaged("\"name\": \"start\",\n      \"key\"", "\"name\": \"stop\",\n      \"key\"");
        assertFailure(() -> RecordedPlan.read(file, folder)).hasId("plan-record");
    }

    private Path damaged(String from, String to) throws IOException {
        Path file = folder.resolve("image.plan.json");
        String whole = new String(Json.pretty(SampleRecord.json(sample(), folder)), StandardCharsets.UTF_8);
        assertThat(whole).contains(from);
        return Files.writeString(file, whole.replace(from, to));
    }

    @Test
    void readWhenDamagedFailsWithOurFailureOrNotAtAll() throws IOException {
        String whole = new String(Json.pretty(SampleRecord.json(sample(), folder)), StandardCharsets.UTF_8);
        Path file = folder.resolve("image.plan.json");
        Mutations mutations = new Mutations(43);
        for (int round = 0; round < 1_000; round++) {
            Files.write(file, mutations.damage(whole));
            try {
                RecordedPlan.read(file, folder);
            } catch (LayeredFailure failure) {
                assertThat(failure.problems()).extracting("id").containsExactly("plan-record");
            }
        }
    }

    @Test
    void markWhenReadFromItsHistoryIsTheSame() {
        LayerMark mark =
                SampleRecord.read(sample(), folder).layers().keySet().iterator().next();
        assertThat(LayerMark.of(mark.history("1970-01-01T00:00:00Z"))).contains(mark);
        assertThat(LayerMark.of(new History(
                        Optional.empty(),
                        Optional.of("layered x"),
                        Optional.empty(),
                        Optional.of("dev.layered.key=sha256:1"),
                        false)))
                .isEmpty();
    }
}
