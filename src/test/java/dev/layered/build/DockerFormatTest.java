package dev.layered.build;

import static dev.layered.image.ImageFormat.DOCKER;
import static dev.layered.image.ImageFormat.OCI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Image;
import dev.layered.image.ImageFormat;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DockerFormatTest {

    @TempDir
    Path folder;

    @Test
    void buildInDockersFormatHasItsMediaTypesAndNoAnnotations() throws IOException {
        BuiltLayout built = built("app", "scratch", DOCKER);

        assertThat(built.target().mediaType()).isEqualTo(MediaType.DOCKER_LIST);
        assertThat(built.index().value().annotations()).isEmpty();
        for (Image image : built.images()) {
            assertThat(image.manifest().value().mediaType()).isEqualTo(MediaType.DOCKER_MANIFEST);
            assertThat(image.manifest().value().annotations()).isEmpty();
            assertThat(image.manifest().value().config().mediaType()).isEqualTo(MediaType.DOCKER_CONFIG);
            assertThat(layers(image)).containsOnly(MediaType.DOCKER_LAYER_GZIP);
        }
    }

    @Test
    void buildTellsTheLayersOfABaseInTheWordsOfTheImage() throws IOException {
        built("docker", "scratch", DOCKER);
        built("oci", "scratch", OCI);

        List<Image> oci =
                built("app", "oci:../docker/target/layered/image", OCI).images();
        List<Image> docker =
                built("app", "oci:../oci/target/layered/image", DOCKER).images();

        assertThat(layers(oci.get(0))).hasSize(6).containsOnly(MediaType.OCI_LAYER_GZIP);
        assertThat(layers(docker.get(0))).hasSize(6).containsOnly(MediaType.DOCKER_LAYER_GZIP);
    }

    private BuiltLayout built(String project, String base, ImageFormat format) throws IOException {
        return BuiltLayout.checked(TestProject.in(folder.resolve(project))
                .from(base)
                .on("linux/amd64", "linux/arm64")
                .format(format)
                .build()
                .layout());
    }

    private static List<String> layers(Image image) {
        return image.manifest().value().layers().stream()
                .map(layer -> layer.mediaType())
                .toList();
    }
}
