package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.image.MediaType;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ManifestTest {

    private static final String NAME = "shop/cart";
    private static final Document<JsonObject> ONE = manifest("one");
    private static final Document<JsonObject> OTHER = manifest("other");

    private RegistryFixture fixture;
    private ImageRepository repository;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
        repository = fixture.repository(NAME);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void store(Document<?> manifest, String tag) {
        fixture.registry.contents().manifest(NAME, tag, MediaType.OCI_MANIFEST, manifest.bytes());
    }

    @Test
    void manifestWhenThereKeepsBytesAndFieldsWeDoNotKnow() {
        store(ONE, "1.0");
        assertThat(repository.manifest("1.0")).get().satisfies(found -> {
            assertThat(found.bytes()).isEqualTo(ONE.bytes());
            assertThat(found.descriptor()).isEqualTo(ONE.descriptor());
            assertThat(found.value().text("artifactType")).contains("unknown/to+us");
        });
    }

    @Test
    void manifestAndHeadWhenAbsentAreEmpty() {
        assertThat(repository.manifest("1.0")).isEmpty();
        assertThat(repository.head("1.0")).isEmpty();
    }

    @Test
    void resolveWhenMirrorHasItAsksTheMirrorAlone() throws IOException {
        try (ScriptedRegistry mirror = ScriptedRegistry.start();
                RegistryFixture mirrored = RegistryFixture.of(ScriptedRegistry.start())) {
            mirror.contents().manifest(NAME, "1.0", MediaType.OCI_MANIFEST, ONE.bytes());
            mirrored.registry.contents().manifest(NAME, "2.0", MediaType.OCI_MANIFEST, OTHER.bytes());
            mirrored.mirrors(Map.of(mirrored.registry.host(), List.of(mirror.host())));
            ImageRepository asked = mirrored.repository(NAME);
            assertThat(asked.resolve("1.0")).contains(ONE.descriptor());
            assertThat(mirrored.registry.count("HEAD", "manifests/")).isZero();
            assertThat(asked.resolve("2.0")).contains(OTHER.descriptor());
            assertThat(asked.head("1.0")).isEmpty();
        }
    }

    @Test
    void manifestWhenOtherThanAskedForFailsNamingBoth() {
        fixture.registry.contents().manifest(NAME, ONE.digest().text(), MediaType.OCI_MANIFEST, OTHER.bytes());
        assertFailure(() -> repository.manifest(ONE.digest().text()))
                .hasId("registry-digest")
                .isOutside()
                .what("The registry sent another manifest than " + ONE.digest() + ": " + OTHER.digest() + ".")
                .where("GET " + fixture.registry.host() + "/v2/shop/cart/manifests/" + ONE.digest())
                .fix("try again later, or ask who runs the registry or the proxy before it");
    }

    @Test
    void manifestWhenNotAManifestIsOurFailure() {
        fixture.registry.contents().manifest(NAME, "html", "text/html", "<html>".getBytes());
        assertFailure(() -> repository.manifest("html")).hasId("registry-answer");
        fixture.registry.contents().manifest(NAME, "junk", MediaType.OCI_MANIFEST, new byte[] {0, 1, 2});
        assertFailure(() -> repository.manifest("junk"))
                .hasId("json-unreadable")
                .isPrintable();
    }

    @Test
    void manifestWhenEndlessFails() {
        fixture.registry.always("GET", "manifests", Reaction.endless(Reply.of(200)));
        assertFailure(() -> repository.manifest("1.0"))
                .hasId("registry-too-long")
                .what("The answer is longer than the 4194304 bytes that such an answer may have.")
                .where("GET " + fixture.registry.host() + "/v2/shop/cart/manifests/1.0")
                .fix("check the address of the registry");
    }

    @Test
    void manifestWhenNameIsNeitherTagNorDigestNeverGetsIntoARequest() {
        assertFailure(() -> repository.manifest("sha256:../../secret")).hasId("digest-form");
        assertFailure(() -> repository.head("sha512:abc")).hasId("digest-form");
        assertFailure(() -> repository.manifest("../other/manifests/1.0")).hasId("image-tag");
        assertThat(fixture.registry.requests()).isEmpty();
    }

    @Test
    void headWhenHeadersTellAllAsksOnce() {
        store(ONE, "1.0");
        assertThat(repository.head("1.0")).contains(ONE.descriptor());
        assertThat(fixture.registry.count("GET", "manifests")).isZero();
    }

    @Test
    void headWhenDigestIsMissingOrBadGetsTheManifest() {
        store(ONE, "1.0");
        fixture.registry.once("HEAD", "", Reaction.change(reply -> reply.without("Docker-Content-Digest")));
        assertThat(repository.head("1.0")).contains(ONE.descriptor());
        fixture.registry.once("HEAD", "", Reaction.change(reply -> reply.with("Docker-Content-Digest", "sha256:../x")));
        assertThat(repository.head("1.0").map(Descriptor::digest)).contains(ONE.digest());
    }

    @Test
    void putManifestWhenBusyTwicePasses() {
        fixture.registry.on("PUT", "manifests", 2, Reaction.status(503));
        repository.putManifest(ONE, "1.0");
        assertThat(fixture.registry.contents().manifest(NAME, "1.0")).contains(ONE.bytes());
        assertThat(fixture.registry.contents().manifest(NAME, ONE.digest().text()))
                .contains(ONE.bytes());
        assertThat(fixture.waits).hasSize(2).isSorted();
    }

    @Test
    void putManifestWhenAnswerIsLostAsksBeforeSendingAgain() {
        fixture.registry.once("PUT", "manifests", Reaction.loseAnswer());
        repository.putManifest(ONE, "1.0");
        assertThat(fixture.registry.contents().manifest(NAME, "1.0")).contains(ONE.bytes());
        assertThat(fixture.registry.count("PUT", "manifests")).isEqualTo(1);
    }

    @Test
    void putManifestWhenAnsweredWithOtherDigestFails() {
        fixture.registry.once(
                "PUT",
                "manifests",
                Reaction.change(reply ->
                        reply.with("Docker-Content-Digest", OTHER.digest().text())));
        assertFailure(() -> repository.putManifest(ONE, "1.0"))
                .hasId("registry-digest")
                .what("The registry took " + ONE.digest() + " for " + OTHER.digest() + ".");
    }

    @Test
    void putManifestWhenTagMayNotMoveAndStandsForItPasses() {
        store(ONE, "1.0");
        fixture.registry.contents().makeTagsImmutable();
        repository.putManifest(ONE, "1.0");
    }

    @Test
    void putManifestWhenTagMayNotMoveAndStandsForAnotherFailsNamingBoth() {
        store(OTHER, "1.0");
        fixture.registry.contents().makeTagsImmutable();
        assertFailure(() -> repository.putManifest(ONE, "1.0"))
                .hasId("registry-tag-taken")
                .isOutside()
                .what("The tag '1.0' stands for " + OTHER.digest() + " and the registry does not let it stand for "
                        + ONE.digest() + ".")
                .where("PUT " + fixture.registry.host() + "/v2/shop/cart/manifests/1.0")
                .fix("choose another tag, or let the registry's tags be moved");
    }

    @Test
    void putManifestWhenBlobIsMissingSaysSoAndPassesOnceItIsThere() {
        fixture.registry.once(
                "PUT", "manifests", Reaction.reply(Reply.error(404, "MANIFEST_BLOB_UNKNOWN", "blob unknown")));
        assertFailure(() -> repository.putManifest(ONE, "1.0"))
                .hasId("registry-blob-unknown")
                .what("The registry refused manifest '1.0': 404 MANIFEST_BLOB_UNKNOWN: blob unknown.")
                .fix("run it again; missing blobs are sent again");
        repository.put(blob(bytes(10)), TransferLog.SILENT);
        repository.putManifest(ONE, "1.0");
    }

    @Test
    void putManifestWhenRefusedLeavesTagAndTheNextRunSendsNoBlob() {
        store(OTHER, "1.0");
        repository.put(blob(bytes(1000)), TransferLog.SILENT);
        fixture.registry.once("PUT", "manifests", Reaction.reply(Reply.error(400, "MANIFEST_INVALID", "no")));
        assertFailure(() -> repository.putManifest(ONE, "1.0"))
                .hasId("registry-refused")
                .what("The registry refused manifest '1.0': 400 MANIFEST_INVALID: no.")
                .fix("check the name of the registry and of the repository");
        assertThat(repository.head("1.0").map(Descriptor::digest)).contains(OTHER.digest());
        long before = fixture.registry.bytesReceived();
        assertThat(repository.put(blob(bytes(1000)), TransferLog.SILENT)).isFalse();
        assertThat(fixture.registry.bytesReceived()).isEqualTo(before);
    }
}
