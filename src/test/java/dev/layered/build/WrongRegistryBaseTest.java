package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.outcome.BuildOutcome;
import dev.layered.registry.Reaction;
import dev.layered.registry.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bases of a registry that sends something else than it should: nothing of it is stored. */
@Timeout(120)
final class WrongRegistryBaseTest {

    private static final byte[] OTHER = "{\"schemaVersion\":2}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private PublishedBase base;
    private BuildOutcome published;

    @BeforeEach
    void publish() throws IOException {
        base = PublishedBase.start();
        published = TestProject.in(folder.resolve("base"))
                .with("libs/lib-1.0.jar", "of the base")
                .on("linux/amd64", "linux/arm64")
                .build();
        base.put(published, "21");
    }

    @AfterEach
    void close() {
        base.close();
    }

    private TestProject app(String tag) {
        return TestProject.in(folder.resolve("app")).from(base.name(tag)).registries(base::registries);
    }

    private static Reaction other() {
        return Reaction.change(reply ->
                reply.body(OTHER).with("Docker-Content-Digest", Digest.of(OTHER).text()));
    }

    private void assertNothingStored(Digest digest) throws IOException {
        Path store = folder.resolve("app/store");
        try (Stream<Path> files = Files.walk(store)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.contains(digest.hex()) || name.startsWith(".layered-"));
        }
    }

    @Test
    void buildWhenAPinIsAnsweredByAnotherManifestNamesBothDigests() throws IOException {
        Digest pin = published.image().target().digest();
        base.registry.on("HEAD", pin.text(), 1, other()).always("GET", pin.text(), other());

        assertFailure(() -> app("@" + pin).build())
                .hasId("base-digest")
                .what("The registry has " + Digest.of(OTHER) + " under the digest " + pin + ".")
                .where(base.name("@" + pin))
                .fix("try again later, or ask who runs the registry or the proxy before it")
                .isOutside();
        assertFailure(() -> app("@" + pin).build())
                .hasId("registry-digest")
                .whatContains(pin.text(), Digest.of(OTHER).text());
        assertNothingStored(Digest.of(OTHER));
    }

    @Test
    void buildWhenAManifestOfTheIndexIsAnotherFails() throws IOException {
        Digest child = published.image().platforms().get(0).manifest().digest();
        base.registry.always("GET", child.text(), other());

        assertFailure(() -> app("21").build()).hasId("registry-digest").whatContains(child.text());
        assertNothingStored(child);
    }

    @Test
    void buildWhenAManifestOfTheIndexIsNotThereNamesIt() throws IOException {
        Digest child = published.image().platforms().get(0).manifest().digest();
        base.registry.always("GET", child.text(), Reaction.status(404));

        assertFailure(() -> app("21").build()).hasId("base-absent").whatContains(child.text());
    }

    @Test
    void buildWhenTheConfigOrALayerIsAnotherTriesAgainAndFails() throws IOException {
        for (Digest blob : new Digest[] {
            published.image().platforms().get(0).config(),
            published.image().platforms().get(0).layers().get(0).descriptor().digest()
        }) {
            base.registry.on("GET", "/blobs/" + blob, 2, Reaction.change(reply -> reply.body(changed(reply.body()))));

            assertFailure(() -> app("21").build()).hasId("registry-blob-wrong").whatContains(blob.text());
            assertNothingStored(blob);
            assertThat(base.registry.count("GET", "/blobs/" + blob)).isEqualTo(2);
        }
        BuiltLayout.checked(app("21").build().layout());
    }

    private static byte[] changed(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    @Test
    void buildWhenSizesDifferFails() {
        base.registry.always(
                "HEAD",
                "/manifests/21",
                Reaction.change(reply -> Reply.of(200)
                        .with("Content-Type", MediaType.OCI_INDEX)
                        .with(
                                "Docker-Content-Digest",
                                published.image().target().digest().text())
                        .body(new byte[3])));

        assertFailure(() -> app("21").build())
                .hasId("base-size")
                .what("A manifest of the base image has "
                        + published.image().target().size() + " bytes, where 3 were told.")
                .fix("make the base image again with the tool that wrote it")
                .isOutside();
    }

    @Test
    void buildWhenTheKindIsNotThatOfTheDocumentFails() {
        base.registry.always(
                "HEAD", "/manifests/21", Reaction.change(reply -> reply.with("Content-Type", MediaType.OCI_MANIFEST)));

        assertFailure(() -> app("21").build()).hasId("image-damaged").whatContains(MediaType.OCI_MANIFEST);
    }

    @Test
    void buildWhenTheRegistryTellsNoKindAsksTheManifest() throws IOException {
        base.registry.always(
                "HEAD", "/manifests/21", Reaction.change(reply -> reply.with("Content-Type", "application/json")));

        BuiltLayout.checked(app("21").build().layout());
    }

    @Test
    void buildOnDockersFirstSchemaFails() {
        byte[] first = "{\"schemaVersion\":1,\"name\":\"java\",\"tag\":\"6\",\"fsLayers\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        String kind = "application/vnd.docker.distribution.manifest.v1+prettyjws";
        base.registry.contents().manifest("java", "6", kind, first);

        assertFailure(() -> app("6").build()).hasId("image-schema").whatContains("Docker schema 1");
    }

    @Test
    void buildOnWhatIsNoImageFindsNone() {
        byte[] chart = ("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.OCI_MANIFEST
                        + "\",\"config\":{\"mediaType\":\"application/vnd.cncf.helm.config.v1+json\",\"digest\":\""
                        + Digest.of(OTHER) + "\",\"size\":2},\"layers\":[]}")
                .getBytes(StandardCharsets.UTF_8);
        base.registry.contents().manifest("java", "chart", MediaType.OCI_MANIFEST, chart);

        assertFailure(() -> app("chart").build()).hasId("base-platform").whatContains("it has none.");
    }

    @Test
    void buildWhenADocumentIsTooLargeReadsNothingOfIt() {
        byte[] index = ("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.OCI_INDEX
                        + "\",\"manifests\":[{\"mediaType\":\"" + MediaType.OCI_MANIFEST + "\",\"digest\":\""
                        + Digest.of(OTHER) + "\",\"size\":9000000000}]}")
                .getBytes(StandardCharsets.UTF_8);
        base.registry.contents().manifest("java", "huge", MediaType.OCI_INDEX, index);

        assertFailure(() -> app("huge").build()).hasId("image-damaged").whatContains("9000000000");
        assertThat(base.registry.count("GET", Digest.of(OTHER).text())).isZero();
    }
}
