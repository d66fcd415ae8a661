package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.outcome.PlatformOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.SampleOutcome;
import dev.layered.outcome.TagOutcome;
import dev.layered.outcome.Transfer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary of a push, on the terminal and as a file: the same facts. */
final class PublishTableTest {

    private static final Duration TIME = Duration.ofMillis(3_456);

    private final Map<Digest, Transfer> transfers = new LinkedHashMap<>();

    private static Descriptor blob(String name, long size) {
        return Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(name.getBytes(StandardCharsets.UTF_8)), size);
    }

    private Descriptor moved(String name, long size, Transfer.Way way, String from, long millis) {
        Descriptor blob = blob(name, size);
        transfers.put(
                blob.digest(),
                new Transfer(
                        blob.digest(),
                        size,
                        way,
                        Optional.of(from).filter(text -> !text.isEmpty()),
                        Duration.ofMillis(millis)));
        return blob;
    }

    private static LayerOutcome layer(String name, Descriptor blob, LayerOrigin origin) {
        return new LayerOutcome(name, "sha256:key", 1, 1, blob, blob.digest(), origin);
    }

    private PublishOutcome outcome() {
        Descriptor base = moved("base", 30_000_000, Transfer.Way.MOUNTED, "a.example:5000/team/java:21", 120);
        Descriptor libs = moved("libs", 5_000_000, Transfer.Way.THERE, "a.example:5000/shop/cart:1", 30);
        Descriptor more = moved("more", 4_000, Transfer.Way.THERE, "", 20);
        Descriptor classes = moved("classes", 1_500_000, Transfer.Way.UPLOADED, "", 2_345);
        moved("config", 900, Transfer.Way.UPLOADED, "", 12);
        PlatformOutcome platform = new PlatformOutcome(
                Platform.LINUX_AMD64,
                blob("manifest", 1),
                blob("config", 900).digest(),
                List.of(base),
                List.of(
                        layer("dependencies", libs, LayerOrigin.PUBLISHED),
                        layer("resources", more, LayerOrigin.REUSED),
                        layer("classes", classes, LayerOrigin.BUILT)));
        ImageOutcome image = SampleOutcome.image(
                "a.example:5000/team/java:21",
                blob("index", 1),
                List.of(platform, platform),
                "a.example:5000/shop/cart:2");
        return new PublishOutcome(image, transfers, true);
    }

    private static String hex(String name) {
        return blob(name, 1).digest().shortHex();
    }

    @Test
    void linesTellOfEachLayerWhereItCameFromAndHowLongItTook() {
        assertThat(PublishTable.lines(List.of(List.of(outcome())), TIME))
                .containsExactly(
                        "layers for linux/amd64:",
                        "  a.example:5000/team/java:21  30.0 MB  " + hex("base")
                                + "  base       mounted    0.1 s  from team/java:21",
                        "  dependencies                  5.0 MB  " + hex("libs")
                                + "  published  was there         from shop/cart:1",
                        "  resources                     4.0 kB  " + hex("more") + "  reused     was there",
                        "  classes                       1.5 MB  " + hex("classes") + "  built      uploaded   2.3 s",
                        "pushed: a.example:5000/shop/cart:2",
                        "1.5 MB of layers and configs sent in 3.5 s: 2 were there, 1 mounted, 2 uploaded",
                        blob("index", 1).digest().text());
    }

    @Test
    void linesOfSeveralRepositoriesTellTheLayersOfEachAndOneDigest() {
        Descriptor classes = moved("classes", 1_500_000, Transfer.Way.UPLOADED, "", 2_345);
        PublishOutcome first = in("a.example/shop/cart:2", classes);
        PublishOutcome second = in("b.example/copies/cart:2", classes);
        String layer = "  classes  1.5 MB  " + hex("classes") + "  built  uploaded  2.3 s";
        assertThat(PublishTable.lines(List.of(List.of(first, second)), TIME))
                .containsExactly(
                        "layers for linux/amd64 (cpu) in a.example/shop/cart:",
                        layer,
                        "layers for linux/amd64 (cpu) in b.example/copies/cart:",
                        layer,
                        "pushed: a.example/shop/cart:2",
                        "pushed: a.example/shop/cart:2-amd64 for linux/amd64",
                        "pushed: b.example/copies/cart:2",
                        "pushed: b.example/copies/cart:2-amd64 for linux/amd64",
                        "3.0 MB of layers and configs sent in 3.5 s: 2 uploaded",
                        blob("index", 1).digest().text());
    }

    private PublishOutcome in(String name, Descriptor classes) {
        Descriptor manifest = blob("manifest", 1);
        PlatformOutcome platform = new PlatformOutcome(
                Platform.LINUX_AMD64,
                manifest,
                blob("config", 900).digest(),
                List.of(),
                List.of(layer("classes", classes, LayerOrigin.BUILT)));
        List<TagOutcome> tags = List.of(
                new TagOutcome(name, blob("index", 1), Optional.empty()),
                new TagOutcome(name + "-amd64", manifest, Optional.of(Platform.LINUX_AMD64)));
        ImageOutcome image =
                new ImageOutcome("cpu", true, "shop/cart:2", "scratch", blob("index", 1), List.of(platform), tags);
        return new PublishOutcome(image, transfers, true);
    }

    @Test
    void fileTellsWhatEachNameOfEachRepositoryStandsFor(@TempDir Path output) throws Exception {
        Descriptor classes = moved("classes", 1_500_000, Transfer.Way.UPLOADED, "", 2_345);
        List<PublishOutcome> both =
                List.of(in("a.example/shop/cart:2", classes), in("b.example/copies/cart:2", classes));
        PublishFile.write(both, TIME, output);
        JsonObject json = Json.parse(Files.readAllBytes(output.resolve("push.json")), "push.json");
        assertThat(json.texts("names").orElseThrow()).hasSize(4).startsWith("a.example/shop/cart:2");
        assertThat(json.requiredText("digest"))
                .isEqualTo(blob("index", 1).digest().text());
        assertThat(json.requiredNumber("sent")).isEqualTo(3_000_000);
        assertThat(json.objects("tags"))
                .extracting(tag ->
                        tag.requiredText("name") + " " + tag.text("platform").orElse("all"))
                .containsExactly(
                        "a.example/shop/cart:2 all",
                        "a.example/shop/cart:2-amd64 linux/amd64",
                        "b.example/copies/cart:2 all",
                        "b.example/copies/cart:2-amd64 linux/amd64");
        assertThat(json.objects("tags").get(3).requiredText("digest"))
                .isEqualTo(blob("manifest", 1).digest().text());
    }

    @Test
    void fileHasTheSameFacts(@TempDir Path output) throws Exception {
        PublishFile.write(List.of(outcome()), TIME, output);
        assertThat(Files.readString(output.resolve("push.json")).replaceAll("\\s+", " "))
                .contains("\"sent\": 1500900, \"milliseconds\": 3456")
                .contains("\"name\": \"classes\"")
                .contains("\"origin\": \"published\"")
                .contains("\"size\": 30000000, \"way\": \"mounted\", \"from\": \"a.example:5000/team/java:21\","
                        + " \"sent\": 0, \"milliseconds\": 120")
                .contains("\"way\": \"uploaded\", \"sent\": 1500000, \"milliseconds\": 2345");
    }

    @Test
    void fileKeepsThePlatformsOfAnImageThatWasThere(@TempDir Path output) throws Exception {
        PublishOutcome first = outcome();
        PublishFile.write(List.of(first), TIME, output);
        PublishFile.write(List.of(unchanged(first.image().target())), TIME, output);
        assertThat(Files.readString(output.resolve("push.json")))
                .contains("\"name\": \"classes\"", "\"sent\": 0")
                .doesNotContain("\"way\"");

        PublishFile.write(List.of(unchanged(blob("other", 1))), TIME, output);
        assertThat(Files.readString(output.resolve("push.json")))
                .contains("\"platforms\": []")
                .doesNotContain("\"name\": \"classes\"");
    }

    private static PublishOutcome unchanged(Descriptor image) {
        return SampleOutcome.pushed(image, "a.example/shop/cart:1");
    }
}
