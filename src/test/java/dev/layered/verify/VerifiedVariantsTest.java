package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Mistakes;
import dev.layered.image.Descriptor;
import dev.layered.image.Platform;
import dev.layered.layout.StoredImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.CheckOutcome;
import dev.layered.outcome.ImageOutcome;
import dev.layered.outcome.PublishOutcome;
import dev.layered.outcome.TagOutcome;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.PublishedLayout;
import dev.layered.plan.ImageIdentity;
import dev.layered.plan.ImageName;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.SampleIdentity;
import dev.layered.plan.StandardLayer;
import dev.layered.record.PlanRecord;
import dev.layered.report.PublishFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two images in one layout, {@code cpu}, which is the default, and {@code cuda}, which has a file more. */
final class VerifiedVariantsTest {

    private static final String CUDA_RECORD = "variants/cuda/image.plan.json";

    @TempDir
    private Path folder;

    private BuiltSample built;

    @BeforeEach
    void build() {
        ImagePlan cpu = ImageVerifierTest.sample(folder)
                .on("linux/amd64", "linux/arm64")
                .as(variant("cpu", true))
                .plan();
        ImagePlan cuda = ImageVerifierTest.sample(folder)
                .file(StandardLayer.RESOURCES, "app/resources/gpu.txt", "gpu")
                .as(variant("cuda", false))
                .plan();
        built = BuiltSample.of(List.of(cpu, cuda), folder);
    }

    private static ImageIdentity variant(String name, boolean isDefault) {
        String tag = "shop/cart:1.0-" + name;
        return SampleIdentity.of(name, isDefault, tag, List.of(List.of(new ImageName(tag, Optional.empty()))));
    }

    private List<StoredImage> stored() {
        Mistakes faults = new Mistakes();
        List<StoredImage> images =
                StoredImages.in(built.output.resolve("image")).images(faults);
        faults.throwIfAny();
        return images;
    }

    @Test
    void verifyComparesEachImageWithItsOwnRecord() {
        VerifyOutcome outcome = built.verify(true);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.warnings()).isEmpty();
        assertThat(outcome.images()).containsExactly("shop/cart:1.0-cpu", "shop/cart:1.0-cuda");
        assertThat(outcome.checks())
                .extracting((CheckOutcome check) -> check.name() + ": " + check.seen())
                .containsExactly(
                        "documents: 1 index, 3 manifests, 3 configs",
                        "layers: 5 layers, 18 entries",
                        "record: 2 platforms, 4 layers, 13 entries",
                        "class path: 4 artifacts",
                        "settings: 2 configs",
                        "record: 1 platform, 4 layers, 14 entries",
                        "class path: 2 artifacts",
                        "settings: 1 config",
                        "rebuild: 5 layers");
    }

    @Test
    void verifyOfTheSameLayoutByItsPlaceFindsBothRecordsToo() {
        VerifyOutcome outcome = built.verify("oci:target/layered/image");
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.checks())
                .extracting("name")
                .filteredOn("record"::equals)
                .hasSize(2);
    }

    @Test
    void recordOfEachImageIsTheOneInItsFolder() {
        assertThat(stored()).extracting(built.files()::recordOfBuilt).containsExactly(PlanRecord.OF_IMAGE, CUDA_RECORD);
        assertThat(stored())
                .extracting(image -> built.files().recordOf(image))
                .containsExactly(Optional.of(PlanRecord.OF_IMAGE), Optional.of(CUDA_RECORD));
        assertThat(built.files().records()).containsExactly(PlanRecord.OF_IMAGE, CUDA_RECORD);
    }

    @Test
    void recordedHasTheImagesOfEachRecord() {
        List<Recorded> recorded = Recorded.of(stored(), true, built.files());
        assertThat(recorded).extracting(Recorded::name).containsExactly(PlanRecord.OF_IMAGE, CUDA_RECORD);
        assertThat(recorded)
                .extracting(one -> one.images().stream().map(StoredImage::name).toList())
                .containsExactly(List.of("shop/cart:1.0-cpu"), List.of("shop/cart:1.0-cuda"));
        assertThat(Recorded.of(List.of(), true, built.files()))
                .extracting(Recorded::name)
                .containsExactly(PlanRecord.OF_IMAGE);
    }

    @Test
    void verifyWhenTheRecordOfOneIsGoneTellsWhichAndComparesTheOther() throws IOException {
        Files.delete(built.output.resolve(CUDA_RECORD));
        built.assertFaults().hasId("verify-record").where("target/layered/" + CUDA_RECORD);
        assertThat(built.verify(false).checks())
                .extracting("name")
                .filteredOn("record"::equals)
                .hasSize(1);
    }

    @Test
    void verifyWhenTheRecordOfOneIsThatOfTheOtherTells() throws IOException {
        Files.copy(
                built.output.resolve(PlanRecord.OF_IMAGE),
                built.output.resolve(CUDA_RECORD),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(built.verify(false).faults()).extracting("id").contains("verify-layers");
    }

    @Test
    void verifyWhenTheDigestOfOneIsAnothersTellsAll() throws IOException {
        Files.writeString(built.output.resolve("variants/cuda/image.digest"), "sha256:0");
        String cpu = stored().get(0).target().digest().text();
        assertThat(built.verify(false).faults())
                .filteredOn(fault -> fault.id().equals("verify-digest"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.what()).contains("the file says", "'" + cpu + "'", "'sha256:0'");
                    assertThat(fault.where()).isEqualTo("target/layered/image.digest");
                    assertThat(fault.fix()).isEqualTo("build the image again");
                });
    }

    @Test
    void rebuildWhenASourceOfOneChangedTells() throws IOException {
        Files.writeString(folder.resolve("app/resources/gpu.txt"), "another");
        assertThat(built.verify(true).faults()).extracting("id").containsExactly("verify-source");
    }

    @Test
    void verifyOfTheManifestThatANameOfOnePlatformStoodForFindsTheRecordOfThePush() throws IOException {
        try (PublishedLayout published = PublishedLayout.of(built.output.resolve("image"))) {
            Descriptor arm = built.manifestOf(1);
            Platform platform = Platform.parse("linux/arm64");
            ImageOutcome image = new ImageOutcome(
                    "cpu",
                    true,
                    "shop/cart:1.0-cpu",
                    "scratch",
                    built.target(),
                    List.of(),
                    List.of(
                            new TagOutcome(published.name(), built.target(), Optional.empty()),
                            new TagOutcome(published.name() + "-arm64", arm, Optional.of(platform))));
            PublishFile.write(List.of(new PublishOutcome(image, Map.of(), true)), Duration.ZERO, built.output);
            PlanRecord.wasPushed(built.output);
            Files.delete(built.output.resolve("image/index.json"));

            VerifyOutcome outcome = ImageVerifier.at(
                            published.places(folder).at(published.repository() + "@" + arm.digest()),
                            built.files(),
                            BuildLog.SILENT)
                    .verify(true);

            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.checks())
                    .extracting("name")
                    .containsExactly("documents", "layers", "record", "class path", "settings", "rebuild");
            assertThat(built.files().pushed()).hasSize(1);
            assertThat(built.files().pushed().get(0).names())
                    .containsExactly(published.name(), published.name() + "-arm64");
        }
    }
}
