package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Mistakes;
import dev.layered.image.Descriptor;
import dev.layered.image.Image;
import dev.layered.image.ImageFormat;
import dev.layered.image.MediaType;
import dev.layered.layer.Compression;
import dev.layered.layout.ImageArchive;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImages;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.plan.CompressionChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images whose layers are not all in gzip. */
final class CompressedImageTest {

    private static final CompressionChoice EACH = new CompressionChoice(
            Compression.ZSTD, Map.of("dependencies", Compression.NONE, "classes", Compression.GZIP));

    @TempDir
    Path folder;

    private static List<String> mediaTypes(Image image) {
        return image.layers().stream()
                .map(layer -> layer.descriptor().mediaType())
                .toList();
    }

    @Test
    void buildGivesEachLayerItsCompression() {
        BuildOutcome outcome = TestProject.in(folder)
                .on("linux/amd64", "linux/arm64")
                .compression(EACH)
                .build();

        List<Image> images = BuiltLayout.checked(outcome.layout()).images();
        assertThat(images)
                .hasSize(2)
                .allSatisfy(image -> assertThat(mediaTypes(image))
                        .containsExactly(MediaType.OCI_LAYER, MediaType.OCI_LAYER_ZSTD, MediaType.OCI_LAYER_GZIP));
        assertThat(images.get(0).manifest().value().layers())
                .isEqualTo(images.get(1).manifest().value().layers());
    }

    @Test
    void buildInDockersFormatMayLeaveLayersUncompressed() {
        BuildOutcome outcome = TestProject.in(folder)
                .format(ImageFormat.DOCKER)
                .compression("none")
                .build();

        assertThat(mediaTypes(BuiltLayout.checked(outcome.layout()).images().get(0)))
                .containsOnly(MediaType.DOCKER_LAYER);
    }

    @Test
    void buildAfterAnotherChoiceMakesLayersOfTheSameDiffIdsAnew() {
        TestProject project = TestProject.in(folder);
        List<LayerOutcome> gzip = layers(project.build());
        List<LayerOutcome> zstd = layers(project.compression("zstd").build());
        List<LayerOutcome> again = layers(project.compression("gzip").build());

        assertThat(zstd).extracting(LayerOutcome::origin).containsOnly(LayerOrigin.BUILT);
        assertThat(zstd).extracting(LayerOutcome::diffId).isEqualTo(diffIds(gzip));
        assertThat(zstd).extracting(LayerOutcome::key).doesNotContainAnyElementsOf(keys(gzip));
        assertThat(again).extracting(LayerOutcome::origin).containsOnly(LayerOrigin.REUSED);
    }

    @Test
    void buildOnALayoutPassesLayersOnAsTheyAre() {
        TestProject.in(folder.resolve("lower")).compression("zstd").build();

        BuildOutcome outcome = TestProject.in(folder.resolve("upper"))
                .from("oci:../lower/target/layered/image")
                .compression("none")
                .build();

        assertThat(mediaTypes(BuiltLayout.checked(outcome.layout()).images().get(0)))
                .containsExactly(
                        MediaType.OCI_LAYER_ZSTD,
                        MediaType.OCI_LAYER_ZSTD,
                        MediaType.OCI_LAYER_ZSTD,
                        MediaType.OCI_LAYER,
                        MediaType.OCI_LAYER,
                        MediaType.OCI_LAYER);
    }

    /** Docker before 23 reads no Zstandard, also where it loads an archive. */
    @Test
    void archiveForDockerHoldsZstandardAsPlainTars() {
        BuildOutcome outcome = TestProject.in(folder).compression(EACH).build();
        Image built = image(StoredImages.in(outcome.layout()));
        Path archive = folder.resolve("docker.tar");
        ImageArchive.writeDocker(built, List.of("shop/cart:1.0"), archive);

        Image read = image(StoredImages.at("docker-archive:" + archive, folder).orElseThrow());
        assertThat(mediaTypes(read))
                .containsExactly(MediaType.OCI_LAYER, MediaType.OCI_LAYER, MediaType.OCI_LAYER_GZIP);
        assertThat(read.layers().get(1).descriptor().digest())
                .isEqualTo(built.config().value().diffIds().get(1));
        assertThat(read.config().bytes()).isEqualTo(built.config().bytes());
    }

    @Test
    void pushTakesNoLayerOfAnotherCompression() throws IOException {
        TestProject project = TestProject.in(folder.resolve("project"));
        try (TestPush push = TestPush.of(project, folder)) {
            push.anew("cart", "1");
            project.compression("zstd");
            List<LayerOutcome> other = TestPush.layers(push.anew("cart", "1")).toList();
            List<LayerOutcome> again = TestPush.layers(push.anew("cart", "1")).toList();

            assertThat(other).extracting(LayerOutcome::origin).containsOnly(LayerOrigin.BUILT);
            assertThat(again).extracting(LayerOutcome::origin).containsOnly(LayerOrigin.PUBLISHED);
            assertThat(again)
                    .extracting(LayerOutcome::descriptor)
                    .extracting(Descriptor::mediaType)
                    .containsOnly(MediaType.OCI_LAYER_ZSTD);
        }
    }

    private static Image image(StoredImages stored) {
        Mistakes faults = new Mistakes();
        List<Image> images = stored.images(faults).stream()
                .flatMap(found -> found.images().stream())
                .map(PlatformImage::image)
                .toList();
        faults.throwIfAny();
        return images.get(0);
    }

    private static List<LayerOutcome> layers(BuildOutcome outcome) {
        return outcome.image().platforms().get(0).layers();
    }

    private static List<Object> diffIds(List<LayerOutcome> layers) {
        return layers.stream().<Object>map(LayerOutcome::diffId).toList();
    }

    private static List<String> keys(List<LayerOutcome> layers) {
        return layers.stream().map(LayerOutcome::key).toList();
    }
}
