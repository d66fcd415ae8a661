package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layout, and the word of a push that made none. */
final class PushedSinceTest {

    private static final String OTHER = "sha256:" + "0".repeat(64);

    @TempDir
    private Path folder;

    private BuiltSample built;

    @BeforeEach
    void build() throws IOException {
        built = BuiltSample.of(ImageVerifierTest.sample(folder), folder);
    }

    private void pushed(String digest, int secondsLater) throws IOException {
        Path push = built.output.resolve("push.json");
        Files.writeString(push, "{\"names\": [\"example.com/shop/cart:1\"], \"digest\": \"" + digest + "\"}");
        FileTime made = Files.getLastModifiedTime(built.output.resolve("image/index.json"));
        Files.setLastModifiedTime(push, FileTime.from(made.toInstant().plusSeconds(secondsLater)));
    }

    @Test
    void verifyWhenAnotherImageWasPushedSinceWarns() throws IOException {
        pushed(OTHER, 5);
        assertThat(built.verify(false).warnings())
                .containsExactly(
                        new Problem(
                                "verify-pushed",
                                "What was pushed last is another image: example.com/shop/cart:1 with " + OTHER + ".",
                                "target/layered/push.json",
                                "verify it with -Dlayered.verify.image=example.com/shop/cart:1, if it is the one that you mean"));
    }

    @Test
    void verifyWhenAnotherImageWasPushedBeforeSaysNothing() throws IOException {
        pushed(OTHER, -5);
        assertThat(built.verify(false).warnings()).isEmpty();
    }

    @Test
    void verifyWhenAnImageIsNamedSaysNothing() throws IOException {
        pushed(OTHER, 5);
        assertThat(built.verify("oci:target/layered/image").warnings()).isEmpty();
    }
}
