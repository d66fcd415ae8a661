package dev.layered.verify;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.MediaType;
import dev.layered.layer.Compression;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.CheckOutcome;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.BuildFiles;
import dev.layered.place.TestPlaces;
import dev.layered.plan.CompressionChoice;
import dev.layered.plan.Launch;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.SampleRule;
import dev.layered.plan.StandardLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are right, and blobs that are not what their descriptors say. */
final class ImageVerifierTest {

    @TempDir
    private Path folder;

    /** Layers dependencies, resources, classes and start. */
    static SamplePlan sample(Path folder) {
        return SamplePlan.in(folder)
                .file(StandardLayer.RESOURCES, "app/resources/a.txt", "a")
                .file(StandardLayer.RESOURCES, "app/resources/b.txt", "b")
                .launch(launch(Optional.empty()))
                .artifacts(5_000, "g:a:1")
                .artifacts(7, "h:b:1");
    }

    /** Returns how the sample is started, by these words. */
    static Launch launch(Optional<List<String>> words) {
        return new Launch(
                "app/classpath", List.of("/app/resources", "/app/classes"), words.map(Launch.Command.Words::new));
    }

    private BuiltSample two() {
        return BuiltSample.of(sample(folder).on("linux/amd64", "linux/arm64"), folder);
    }

    private BuiltSample one() {
        return BuiltSample.of(sample(folder), folder);
    }

    private static List<String> seen(VerifyOutcome outcome) {
        return outcome.checks().stream()
                .map((CheckOutcome check) -> check.name() + ": " + check.seen())
                .toList();
    }

    @Test
    void verifyWhenAllIsRightSaysWhatItLookedAt() {
        VerifyOutcome outcome = two().verify(true);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.warnings()).isEmpty();
        assertThat(outcome.location()).isEqualTo("target/layered/image");
        assertThat(outcome.images()).containsExactly("shop/cart:1.0");
        assertThat(seen(outcome))
                .containsExactly(
                        "documents: 1 index, 2 manifests, 2 configs",
                        "layers: 4 layers, 13 entries",
                        "record: 2 platforms, 4 layers, 13 entries",
                        "class path: 4 artifacts",
                        "settings: 2 configs",
                        "rebuild: 4 layers");
    }

    @Test
    void verifyWhenLayersDifferByPlatformOrThereIsOnePlatformFindsNothing() {
        SampleRule arm = SampleRule.named("g", "g").on("linux/arm64");
        BuiltSample differing = BuiltSample.of(sample(folder).rules(arm).on("linux/amd64", "linux/arm64"), folder);
        assertThat(differing.verify(true).faults()).isEmpty();
        assertThat(one().verify(true).faults()).isEmpty();
    }

    @Test
    void verifyWhenLayersDifferInCompressionFindsNothing() {
        CompressionChoice choice = new CompressionChoice(
                Compression.of("zstd:5"), Map.of("classes", Compression.GZIP, "resources", Compression.NONE));
        BuiltSample built = BuiltSample.of(sample(folder).compression(choice), folder);
        assertThat(built.verify(true).faults()).isEmpty();
        assertThat(built.manifest(0).layers())
                .extracting(Descriptor::mediaType)
                .containsExactly(
                        MediaType.OCI_LAYER_ZSTD,
                        MediaType.OCI_LAYER,
                        MediaType.OCI_LAYER_GZIP,
                        MediaType.OCI_LAYER_ZSTD);
        Descriptor layer = built.manifest(0).layers().get(0);
        built.damage(layer, BuiltSample::flipped);
        built.assertFaults().hasId("check-digest");
    }

    @Test
    void verifyWhenALocationIsNamedUsesTheRecordOfTheSameImageOnly() {
        BuiltSample built = two();
        assertThat(seen(built.verify("oci:target/layered/image"))).hasSize(5);
        BuiltSample other = BuiltSample.of(SamplePlan.in(folder.resolve("b")), folder.resolve("b"));
        VerifyOutcome foreign = built.verify("oci:" + other.output.resolve("image"));
        assertThat(foreign.faults()).isEmpty();
        assertThat(seen(foreign)).containsExactly("documents: 1 manifest, 1 config", "layers: 1 layer, 3 entries");
    }

    @Test
    void ownWhenThereIsNoImageNamesTheCommand() {
        BuildFiles files = new BuildFiles(folder, folder.resolve("target/layered"));
        assertThat(files.hasImage()).isFalse();
        assertFailure(() -> ImageVerifier.own(files, TestPlaces.onDisk(folder), BuildLog.SILENT))
                .isMistake()
                .hasId("verify-image")
                .what("There is no image in 'target/layered/image' yet, and none was pushed.")
                .where("target/layered/image")
                .fixContains("mvn package");
    }

    @Test
    void verifyWhenABitOfALayerIsFlippedTellsBothDigestsAndNoMore() {
        BuiltSample built = two();
        Descriptor layer = built.manifest(0).layers().get(0);
        built.damage(layer, BuiltSample::flipped);
        built.assertFaults()
                .hasId("check-digest")
                .whatContains(layer.digest().text())
                .where("layer dependencies of the image for linux/amd64");
    }

    @Test
    void verifyWhenALayerIsCutTellsDigestAndSize() {
        BuiltSample built = two();
        built.damage(built.manifest(0).layers().get(2), bytes -> Arrays.copyOf(bytes, bytes.length - 9));
        built.assertFaults().hasIds("check-digest", "check-size");
    }

    @Test
    void verifyWhenALayerIsGoneNamesItsBlob() throws IOException {
        BuiltSample built = two();
        Descriptor layer = built.manifest(0).layers().get(1);
        Files.delete(built.blob(layer));
        built.assertFaults()
                .hasId("layout-blob-missing")
                .whatContains(layer.digest().hex());
    }

    @Test
    void verifyWhenManifestOrConfigIsDamagedTellsOfThemAlone() {
        BuiltSample built = two();
        built.damage(built.manifestOf(0), BuiltSample::flipped);
        built.damage(built.manifest(1).config(), BuiltSample::flipped);
        built.assertFaults().hasIds("layout-blob-damaged", "layout-blob-damaged");
    }

    @Test
    void verifyWhenSeveralBlobsAreDamagedTellsOfAllInOneRun() throws IOException {
        BuiltSample built = two();
        built.damage(built.manifest(0).layers().get(0), BuiltSample::flipped);
        built.damage(built.manifest(0).layers().get(2), BuiltSample::flipped);
        Files.delete(built.blob(built.manifest(0).layers().get(3)));
        built.assertFaults().hasIds("check-digest", "check-digest", "layout-blob-missing");
    }

    @Test
    void verifyWhenTheDigestFileIsAnothersTellsBoth() throws IOException {
        BuiltSample built = two();
        Files.writeString(built.output.resolve("image.digest"), "sha256:0");
        built.assertFaults()
                .hasId("verify-digest")
                .what("The digest of the image is " + built.target().digest() + ", the file says 'sha256:0'.")
                .where("target/layered/image.digest");
    }

    @Test
    void verifyWhenABlobIsUnusedWarns() throws IOException {
        BuiltSample built = two();
        Files.writeString(built.output.resolve("image/blobs/sha256").resolve("0".repeat(64)), "x");
        VerifyOutcome outcome = built.verify(false);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.warnings()).extracting("id").containsExactly("verify-unused");
    }

    @Test
    void verifyWhenTheRecordIsGoneOrDamagedTells() throws IOException {
        BuiltSample built = two();
        Path record = built.output.resolve("image.plan.json");
        Files.writeString(record, "{}");
        built.assertFaults().hasId("plan-record");
        Files.delete(record);
        built.assertFaults()
                .hasId("verify-record")
                .what("There is no record of what the image was made of.")
                .where("target/layered/image.plan.json");
    }
}
