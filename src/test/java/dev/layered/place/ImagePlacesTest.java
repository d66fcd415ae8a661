package dev.layered.place;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImagePlacesTest {

    @TempDir
    private Path folder;

    private ImagePlace at(String location) {
        return TestPlaces.onDisk(folder).at(location);
    }

    @Test
    void atWhenTheImageIsOnThisMachineKnowsItsFolder() {
        assertThat(at("oci:image").layout()).contains(folder.resolve("image"));
        assertThat(at("oci-archive:image.tar").layout()).isEmpty();
        assertThat(at("docker-archive:image.tar").location()).isEqualTo("docker-archive:image.tar");
    }

    @Test
    void atWhenTheImageIsInARegistryAsksNothingYet() {
        assertThat(at("shop/cart").location()).isEqualTo("shop/cart");
        assertThat(at("registry://localhost:5000/cart:1.0").layout()).isEmpty();
        assertThat(at("example.com/cart@sha256:" + "0".repeat(64)).layout()).isEmpty();
    }

    @Test
    void atWhenTheImageIsInADaemonTells() {
        assertFailure(() -> at("docker-daemon:shop/cart"))
                .isMistake()
                .hasId("image-kind")
                .what("'docker-daemon:shop/cart' names an image of a kind that is not read.")
                .where("the image")
                .fixContains("oci-archive:");
    }

    @Test
    void atWhenAPathHasNothingBeforeItTellsWhatToWrite() throws IOException {
        Files.createFile(folder.resolve("cart.tar"));
        assertFailure(() -> at("cart.tar"))
                .isMistake()
                .hasId("image-kind")
                .what("The image 'cart.tar' is a path of this machine, and nothing tells what is there.")
                .where("the image")
                .fixContains("docker-archive:cart.tar");
    }

    @Test
    void atWhenTheTextIsNoReferenceTells() {
        assertFailure(() -> at("Shop Cart")).isMistake().hasId("image-reference");
    }
}
