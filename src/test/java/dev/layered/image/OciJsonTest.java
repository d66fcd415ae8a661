package dev.layered.image;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.image.Golden.digest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.json.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OciJsonTest {

    private static final Manifest MANIFEST = new Manifest(
            MediaType.OCI_MANIFEST,
            Descriptor.of(MediaType.OCI_CONFIG, digest('a'), 7),
            List.of(
                    Descriptor.of(MediaType.OCI_LAYER_GZIP, digest('b'), 32654),
                    Descriptor.of(MediaType.OCI_LAYER_ZSTD, digest('c'), 0).annotated(ordered("z", "1", "a", "2"))),
            ordered("org.opencontainers.image.version", "1.0", "a", "b"),
            JsonObject.empty());

    private static final Index INDEX = OciJson.index(
            List.of(
                    Descriptor.of(MediaType.OCI_MANIFEST, digest('a'), 1).on(Platform.LINUX_AMD64),
                    Descriptor.of(MediaType.OCI_MANIFEST, digest('b'), 2)
                            .annotated(Map.of("k", "v"))
                            .on(Platform.parse("linux/arm/v7"))),
            Map.of("org.opencontainers.image.title", "cart"));

    private static final ImageConfig CONFIG = new ImageConfig(
            Platform.parse("linux/arm64/v8"),
            Optional.of("1970-01-01T00:00:01Z"),
            Optional.of("us"),
            new RuntimeConfig(
                    Optional.of("10001:10001"),
                    Optional.of("/app"),
                    Optional.of(List.of("java", "-cp", "@/app/classpath")),
                    Optional.of(List.of("--help")),
                    ordered("Z", "1", "A", "b=c", "EMPTY", ""),
                    ordered("z", "2", "a", "1"),
                    Set.of("8080/tcp", "53/udp"),
                    Set.of("/data"),
                    JsonObject.empty()),
            List.of(digest('a'), digest('b')),
            List.of(
                    new History(
                            Optional.of("1970-01-01T00:00:01Z"),
                            Optional.of("base"),
                            Optional.of("they"),
                            Optional.empty(),
                            true),
                    new History(
                            Optional.empty(),
                            Optional.of("layered dependencies"),
                            Optional.empty(),
                            Optional.of(digest('c').text()),
                            false),
                    new History(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false)),
            JsonObject.empty());

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String text(Document<?> document) {
        return new String(document.bytes(), UTF_8);
    }

    @Test
    void documentOfManifestGivesTheGoldenBytes() {
        assertThat(text(OciJson.document(MANIFEST))).isEqualTo(Golden.text("manifest.json"));
        assertThat(OciJson.manifest(Golden.bytes("manifest.json"), "x").value()).isEqualTo(MANIFEST);
    }

    @Test
    void documentOfIndexGivesTheGoldenBytes() {
        assertThat(text(OciJson.document(INDEX))).isEqualTo(Golden.text("index.json"));
        assertThat(OciJson.index(Golden.bytes("index.json"), "x").value()).isEqualTo(INDEX);
    }

    @Test
    void documentOfConfigGivesTheGoldenBytes() {
        assertThat(text(OciJson.document(CONFIG, MediaType.OCI_CONFIG))).isEqualTo(Golden.text("config.json"));
        assertThat(OciJson.config(Golden.bytes("config.json"), MediaType.OCI_CONFIG, "x")
                        .value())
                .isEqualTo(CONFIG);
    }

    @Test
    void documentOfConfigWhenFromScratchHoldsTheRequiredFieldsOnly() {
        ImageConfig scratch = ImageConfig.scratch(Platform.LINUX_AMD64);
        assertThat(text(OciJson.document(scratch, MediaType.OCI_CONFIG))).isEqualTo(Golden.text("config-scratch.json"));
    }

    @Test
    void configWhenFieldsAreUnknownWritesThemAgain() {
        ImageConfig read = OciJson.config(Golden.bytes("foreign-config.json"), MediaType.DOCKER_CONFIG, "x")
                .value();
        assertThat(read.runtime().user()).isEmpty();
        assertThat(read.runtime().workingDirectory()).isEmpty();
        assertThat(text(OciJson.document(read, MediaType.OCI_CONFIG)))
                .isEqualTo(Golden.text("foreign-config-written.json"));
    }

    @Test
    void manifestWhenFieldsAreUnknownWritesThemAgain() {
        Manifest read =
                OciJson.manifest(Golden.bytes("foreign-manifest.json"), "x").value();
        assertThat(read.layers().get(0).other().texts("urls")).contains(List.of("https://example.com/blob"));
        assertThat(text(OciJson.document(read))).isEqualTo(Golden.text("foreign-manifest.json"));
    }

    @Test
    void documentWhenReadKeepsTheBytesItCameWith() throws IOException {
        byte[] spaced = ("  " + Golden.text("manifest.json") + "\n").getBytes(UTF_8);
        Document<Manifest> read = OciJson.manifest(spaced, "x");
        assertThat(read.bytes()).isEqualTo(spaced);
        assertThat(read.open()).hasBinaryContent(spaced);
        assertThat(read.descriptor())
                .isEqualTo(Descriptor.of(MediaType.OCI_MANIFEST, Digest.of(spaced), spaced.length));
        assertThat(read.digest()).isNotEqualTo(OciJson.document(MANIFEST).digest());
        read.bytes()[0] = 'x';
        spaced[1] = 'x';
        assertThat(Digest.of(read.bytes())).isEqualTo(read.digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7} | -7} | json-unexpected | Field 'size' of 'reg' should be a size in bytes, but is '-7'.",
                "\"size\":7 | \"size\":\"7\" | json-unexpected | Field 'size' of 'reg' should be a whole number,"
                        + " but is '7'.",
                "\"size\":7 | \"sice\":7 | json-unexpected | Field 'size' of 'reg' should be a whole number,"
                        + " but is missing.",
                "sha256:aaaa | sha256:../a | digest-form | is not a digest.",
                "\"config\" | \"konfig\" | json-unexpected | Field 'config' of 'reg' should be an object, but is missing.",
            })
    void manifestWhenFieldIsWrongSaysWhich(String right, String wrong, String id, String what) {
        byte[] bytes = Golden.text("manifest.json").replace(right, wrong).getBytes(UTF_8);
        assertFailure(() -> OciJson.manifest(bytes, "reg")).hasId(id).whatContains(what);
    }

    @Test
    void indexWhenMediaTypeIsMissingIsOci() {
        assertThat(OciJson.index("{}".getBytes(UTF_8), "x").descriptor().mediaType())
                .isEqualTo(MediaType.OCI_INDEX);
    }
}
