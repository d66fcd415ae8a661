package dev.layered.verify;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.failure.LayeredFailure;
import dev.layered.image.Descriptor;
import dev.layered.image.ImageFormat;
import dev.layered.image.MediaType;
import dev.layered.image.RuntimeConfig;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.CheckOutcome;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.PublishedLayout;
import dev.layered.plan.ImageSettings;
import dev.layered.registry.Reaction;
import dev.layered.registry.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images in a registry: those that are right, and blobs and manifests that are missing there or are others. */
final class PublishedImageTest {

    @TempDir
    private Path folder;

    private BuiltSample built;
    private PublishedLayout published;

    @BeforeEach
    void publish() {
        built = BuiltSample.of(ImageVerifierTest.sample(folder).on("linux/amd64", "linux/arm64"), folder);
        published = PublishedLayout.of(built.output.resolve("image"));
    }

    @AfterEach
    void stop() {
        published.close();
    }

    private VerifyOutcome verify(String location, boolean rebuild) {
        return ImageVerifier.at(published.places(folder).at(location), built.files(), BuildLog.SILENT)
                .verify(rebuild);
    }

    private FailureAssert assertFaults() {
        return assertFailure(() -> {
            throw LayeredFailure.mistakes(verify(published.name(), false).faults());
        });
    }

    private static List<String> results(VerifyOutcome outcome) {
        return outcome.checks().stream()
                .map((CheckOutcome check) -> check.name() + ": " + check.seen() + ", " + check.faults())
                .toList();
    }

    @Test
    void verifyWhenAllIsRightReadsEachBlobOnce() {
        VerifyOutcome outcome = verify(published.name(), true);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.location()).isEqualTo(published.name());
        assertThat(results(outcome))
                .containsExactly(
                        "documents: 1 index, 2 manifests, 2 configs, 0",
                        "layers: 4 layers, 13 entries, 0",
                        "record: 2 platforms, 4 layers, 13 entries, 0",
                        "class path: 4 artifacts, 0",
                        "settings: 2 configs, 0",
                        "rebuild: 4 layers, 0");
        assertThat(published.registry().requests())
                .filteredOn(seen -> !seen.target().equals("/v2/"))
                .extracting("target")
                .doesNotHaveDuplicates()
                .hasSize(9);
    }

    @Test
    void verifyWhenADigestIsNamedVerifiesWhatItStandsFor() {
        assertThat(verify(published.repository() + "@" + published.target().digest(), false)
                        .faults())
                .isEmpty();
        VerifyOutcome one =
                verify(published.repository() + "@" + built.manifestOf(1).digest(), true);
        assertThat(one.faults()).isEmpty();
        assertThat(results(one))
                .startsWith("documents: 1 manifest, 1 config, 0")
                .hasSize(6);
    }

    @Test
    void verifyWhenTheTypesAreDockersFindsNothing() {
        ImageSettings docker =
                new ImageSettings(RuntimeConfig.NONE, Map.of(), "1970-01-01T00:00:00Z", ImageFormat.DOCKER, "app");
        Path other = folder.resolve("docker");
        built = BuiltSample.of(ImageVerifierTest.sample(other).settings(docker), other);
        try (PublishedLayout single = PublishedLayout.of(built.output.resolve("image"))) {
            assertThat(single.target().mediaType()).isEqualTo(MediaType.DOCKER_MANIFEST);
            VerifyOutcome outcome = ImageVerifier.at(
                            single.places(other).at("registry://" + single.name()), built.files(), BuildLog.SILENT)
                    .verify(true);
            assertThat(outcome.faults()).isEmpty();
            assertThat(results(outcome)).hasSize(6);
        }
    }

    @Test
    void verifyWhenALayerIsMissingOrDamagedNamesItAndGoesOn() throws IOException {
        Descriptor gone = built.manifest(0).layers().get(0);
        Descriptor damaged = built.manifest(0).layers().get(1);
        published.lose(gone);
        published.damage(damaged, BuiltSample.flipped(Files.readAllBytes(built.blob(damaged))));

        FailureAssert faults = assertFaults().hasIds("registry-blob-absent", "registry-blob-wrong");

        faults.problem(0)
                .whatContains(gone.digest().text())
                .where("layer dependencies of the image for linux/amd64, " + published.repository() + "@"
                        + gone.digest());
        faults.problem(1)
                .what("The registry sent other content than " + damaged.digest() + " of " + damaged.size() + " bytes.")
                .where("layer resources of the image for linux/amd64, " + published.repository() + "@"
                        + damaged.digest());
        assertThat(results(verify(published.name(), false))).contains("layers: 2 layers, 5 entries, 2");
    }

    @Test
    void verifyWhenALayerIsLongerOrShorterThanToldTells() throws IOException {
        Descriptor longer = built.manifest(0).layers().get(0);
        Descriptor shorter = built.manifest(0).layers().get(1);
        byte[] bytes = Files.readAllBytes(built.blob(longer));
        published.damage(longer, Arrays.copyOf(bytes, bytes.length + 100_000));
        published.damage(shorter, Arrays.copyOf(Files.readAllBytes(built.blob(shorter)), 20));

        assertFaults().hasIds("registry-blob-wrong", "registry-blob-wrong");
    }

    @Test
    void verifyWhenAManifestOrConfigIsMissingTellsAndVerifiesTheOtherPlatforms() {
        published.lose(built.manifestOf(1));
        assertFaults()
                .hasId("registry-manifest-absent")
                .what("The repository does not have the manifest "
                        + built.manifestOf(1).digest() + " that its index names.")
                .where(published.repository() + "@" + built.manifestOf(1).digest())
                .fixContains("push the image again");
        assertThat(results(verify(published.name(), false))).contains("layers: 4 layers, 13 entries, 0");

        published.lose(built.manifest(0).config());
        assertFaults().hasIds("registry-blob-absent", "registry-manifest-absent");
    }

    @Test
    void verifyWhenAManifestIsAnotherThanItsDigestTells() {
        published
                .registry()
                .always(
                        "GET",
                        "manifests/" + built.manifestOf(1).digest(),
                        Reaction.change(reply -> reply.body("{}".getBytes(StandardCharsets.UTF_8))));
        assertFaults()
                .hasId("registry-digest")
                .where(published.repository() + "@" + built.manifestOf(1).digest());
    }

    @Test
    void verifyWhenADocumentHasNoEndTells() {
        published
                .registry()
                .always("GET", "manifests/" + built.manifestOf(1).digest(), Reaction.endless(Reply.of(200)));
        assertFaults().hasId("registry-too-long");
    }

    @Test
    void verifyWhenThereIsNoSuchTagTells() {
        VerifyOutcome outcome = verify(published.repository() + ":2.0", false);
        assertThat(outcome.faults()).hasSize(1);
        assertThat(outcome.faults().get(0).id()).isEqualTo("image-absent");
        assertThat(outcome.faults().get(0).what())
                .isEqualTo("The registry has no image '" + published.repository() + ":2.0'.");
        assertThat(results(outcome)).containsExactly("documents: , 1", "layers: , 0");
    }

    @Test
    void verifyWhenTheImageIsOfSchema1Tells() {
        byte[] old = "{\"schemaVersion\":1,\"fsLayers\":[]}".getBytes(StandardCharsets.UTF_8);
        published
                .registry()
                .contents()
                .manifest("shop/cart", "1.0", "application/vnd.docker.distribution.manifest.v1+prettyjws", old);
        assertFaults().hasId("image-schema");
    }

    @Test
    void verifyWhenTheRegistryLetsNobodyInFails() {
        published.registry().always("GET", "manifests/", Reaction.reply(Reply.error(403, "DENIED", "no")));
        assertFailure(() -> verify(published.name(), false)).hasId("registry-denied");
    }
}
