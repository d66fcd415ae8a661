package dev.layered.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.image.ImageReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BaseOriginTest {

    private static final Digest DIGEST = Digest.of(new byte[0]);

    @ParameterizedTest
    @CsvSource({
        "java,                          docker.io/library/java:latest",
        "java:21,                       docker.io/library/java:21",
        "java:21@DIGEST,                docker.io/library/java:21",
        "java@DIGEST,                   docker.io/library/java@DIGEST",
        "shop/java:21,                  docker.io/shop/java:21",
        "registry.example.com:5000/j:1, registry.example.com:5000/j:1",
    })
    void nameLeavesNothingOut(String written, String name) {
        ImageReference image = ImageReference.parse(written.replace("DIGEST", DIGEST.text()));
        assertThat(new BaseOrigin(image, DIGEST, true).name()).isEqualTo(name.replace("DIGEST", DIGEST.text()));
    }
}
