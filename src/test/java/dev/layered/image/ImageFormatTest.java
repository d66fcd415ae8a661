package dev.layered.image;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImageFormatTest {

    private static final Digest DIGEST = Digest.of(new byte[] {1});

    @Test
    void layerIsTheSameBlobInTheWordsOfTheFormat() {
        Map<String, String> names = Map.of(
                MediaType.OCI_LAYER, MediaType.DOCKER_LAYER,
                MediaType.OCI_LAYER_GZIP, MediaType.DOCKER_LAYER_GZIP,
                MediaType.OCI_LAYER_FOREIGN, MediaType.DOCKER_LAYER_FOREIGN);
        names.forEach((oci, docker) -> {
            assertThat(type(ImageFormat.OCI, docker)).isEqualTo(oci);
            assertThat(type(ImageFormat.OCI, oci)).isEqualTo(oci);
            assertThat(type(ImageFormat.DOCKER, oci)).isEqualTo(docker);
            assertThat(type(ImageFormat.DOCKER, docker)).isEqualTo(docker);
        });
    }

    @Test
    void layerKeepsTheUrlsAndInTheOciFormatTheAnnotations() {
        JsonObject urls = JsonObject.builder()
                .put("urls", List.of("https://example.com/l"))
                .build();
        Descriptor base = Descriptor.of(MediaType.DOCKER_LAYER_FOREIGN, DIGEST, 7);
        Descriptor full = new Descriptor(base.mediaType(), DIGEST, 7, base.platform(), Map.of("a", "b"), urls);

        assertThat(ImageFormat.OCI.layer(full).annotations()).containsEntry("a", "b");
        assertThat(ImageFormat.DOCKER.layer(full).annotations()).isEmpty();
        assertThat(ImageFormat.DOCKER.layer(full).other()).isEqualTo(urls);
    }

    @Test
    void layerOfATypeThatOnlyTheOciKnowsStaysThereAndIsRefusedByDocker() {
        assertThat(type(ImageFormat.OCI, MediaType.OCI_LAYER_ZSTD)).isEqualTo(MediaType.OCI_LAYER_ZSTD);
        assertThat(type(ImageFormat.OCI, "application/vnd.example.layer")).isEqualTo("application/vnd.example.layer");
        assertFailure(() -> type(ImageFormat.DOCKER, MediaType.OCI_LAYER_ZSTD))
                .hasId("format-layer")
                .what("Docker's format has no layers of the media type '" + MediaType.OCI_LAYER_ZSTD + "'.")
                .where("a layer of the base image")
                .fix("write the image in the OCI format: <container><format>OCI</format></container>");
    }

    private static String type(ImageFormat format, String mediaType) {
        return format.layer(Descriptor.of(mediaType, DIGEST, 7)).mediaType();
    }
}
