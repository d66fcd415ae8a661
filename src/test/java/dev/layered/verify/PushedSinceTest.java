package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.outcome.SampleOutcome;
import dev.layered.report.PublishFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
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
        Descriptor target = Descriptor.of(MediaType.OCI_INDEX, Digest.parse(digest), 1);
        PublishFile.write(
                List.of(SampleOutcome.pushed(target, "example.com/shop/cart:1")), Duration.ZERO, built.output);
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
