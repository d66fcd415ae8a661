package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Image;
import dev.layered.image.MediaType;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every document that a build writes is what the OCI's own schemas describe. */
final class OciSchemaTest {

    private static final String ODD = "a \"quoted\" \\ back\u2028slash, grün/東京/😀 <&>\t\n";

    @TempDir
    Path folder;

    private final OciSchemas schemas = new OciSchemas();

    @Test
    void buildOnScratchWritesWhatTheSchemasDescribe() throws IOException {
        assertDescribed(TestProject.in(folder));
    }

    @Test
    void buildForTwoPlatformsWritesWhatTheSchemasDescribe() throws IOException {
        assertDescribed(TestProject.in(folder).on("linux/amd64", "linux/arm/v7"));
    }

    @Test
    void buildOnABaseWritesWhatTheSchemasDescribe() throws IOException {
        TestProject.in(folder.resolve("base"))
                .on("linux/amd64", "linux/arm64")
                .runtime(runtime())
                .build();
        assertDescribed(TestProject.in(folder.resolve("app"))
                .from("oci:../base/target/layered/image")
                .on("linux/amd64", "linux/arm64"));
    }

    @Test
    void buildWithOddButLegalTextsWritesWhatTheSchemasDescribe() throws IOException {
        assertDescribed(TestProject.in(folder)
                .with("libs/a \"quoted\" lib.jar", "odd")
                .runtime(runtime())
                .annotations(Map.of("org.opencontainers.image.title", ODD, "com.example.odd/" + ODD, ""))
                .alwaysIndex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    image-layout-schema.json   | {"imageLayoutVersion":"2.0.0"}
                    image-index-schema.json    | {"schemaVersion":2}
                    image-index-schema.json    | {"schemaVersion":1,"manifests":[]}
                    image-index-schema.json    | {"schemaVersion":2,"manifests":[{"mediaType":"a/b","size":1}]}
                    image-manifest-schema.json | {"schemaVersion":2,"config":{},"layers":[]}
                    config-schema.json         | {"architecture":"amd64","os":"linux"}
                    config-schema.json         | {"architecture":1,"os":"linux","rootfs":{"type":"layers","diff_ids":[]}}
                    """)
    void schemasWhenADocumentIsBrokenObject(String schema, String document) {
        assertThat(schemas.objections(schema, document.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    /** What a schema takes from another file counts: digest, annotations, labels. */
    @Test
    void schemasWhenADigestOrAnAnnotationIsBrokenObject() {
        String descriptor = "{\"mediaType\":\"a/b\",\"size\":1,\"digest\":\"%s\",\"annotations\":{\"a\":%s}}";
        String index = "{\"schemaVersion\":2,\"manifests\":[%s]}";
        assertThat(objections(index.formatted(descriptor.formatted("sha256:00", "\"b\""))))
                .isEmpty();
        assertThat(objections(index.formatted(descriptor.formatted("sha256", "\"b\""))))
                .singleElement()
                .asString()
                .contains("digest");
        assertThat(objections(index.formatted(descriptor.formatted("sha256:00", "7"))))
                .singleElement()
                .asString()
                .contains("annotations");
    }

    private List<String> objections(String index) {
        return schemas.objections(OciSchemas.INDEX, index.getBytes(StandardCharsets.UTF_8));
    }

    private void assertDescribed(TestProject project) throws IOException {
        Path layout = project.build().layout();
        assertDescribed(OciSchemas.LAYOUT, Files.readAllBytes(layout.resolve("oci-layout")));
        assertDescribed(OciSchemas.INDEX, Files.readAllBytes(layout.resolve("index.json")));
        BuiltLayout built = BuiltLayout.checked(layout);
        if (MediaType.isIndex(built.target().mediaType())) {
            assertDescribed(OciSchemas.INDEX, built.index().bytes());
        }
        for (Image image : built.images()) {
            assertDescribed(OciSchemas.MANIFEST, image.manifest().bytes());
            assertDescribed(OciSchemas.CONFIG, image.config().bytes());
        }
    }

    private void assertDescribed(String schema, byte[] document) {
        assertThat(schemas.objections(schema, document))
                .as(new String(document, StandardCharsets.UTF_8))
                .isEmpty();
    }

    private static RuntimeConfig runtime() {
        return new RuntimeConfig(
                Optional.of("1000:1000"),
                Optional.of("/" + ODD),
                Optional.of(List.of("java", ODD)),
                Optional.of(List.of()),
                Map.of("ODD", ODD),
                Map.of("com.example.odd", ODD),
                Set.of("8080/tcp", "53/udp"),
                Set.of("/var/data " + ODD),
                JsonObject.builder().put("StopSignal", "SIGINT").build());
    }
}
