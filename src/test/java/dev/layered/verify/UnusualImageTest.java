package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.ImageFormat;
import dev.layered.image.RuntimeConfig;
import dev.layered.inspect.SampleImage;
import dev.layered.plan.ImageSettings;
import dev.layered.plan.SamplePlan;
import dev.layered.plan.StandardLayer;
import dev.layered.tar.TestTar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Images that are not as most are, and right all the same. */
final class UnusualImageTest {

    private static final String TIME = "1970-01-01T00:00:00Z";

    @TempDir
    private Path folder;

    private void assertRight(SamplePlan plan) {
        assertThat(BuiltSample.of(plan, folder).verify(true).faults()).isEmpty();
    }

    @Test
    void verifyWhenTheEntrypointHasAClassPathOfItsOwnFindsNothing() {
        List<String> own = List.of("java", "-cp", "/app/classes:/app/libs/*", "App");
        assertRight(ImageVerifierTest.sample(folder).launch(ImageVerifierTest.launch(Optional.of(own))));
    }

    @Test
    void verifyWhenTheFormatHasNoAnnotationsDoesNotMissThem() {
        assertRight(ImageVerifierTest.sample(folder)
                .settings(new ImageSettings(
                        RuntimeConfig.NONE, Map.of("org.example", "x"), TIME, ImageFormat.DOCKER, "app")));
    }

    @Test
    void verifyWhenTheApplicationLiesBehindALinkOfTheBaseFindsIt() {
        String base = new SampleImage(folder.resolve("base"))
                .layer("base", new TestTar().directory("usr/share").link("srv", "usr/share"))
                .on("linux/amd64")
                .write();
        assertRight(SamplePlan.in(folder)
                .from(base)
                .settings(new ImageSettings(RuntimeConfig.NONE, Map.of(), TIME, ImageFormat.OCI, "srv/cart"))
                .made(StandardLayer.START, "srv/cart/classpath", "/srv/cart/libs/a-1.jar:/srv/cart/libs/b-1.jar")
                .artifacts(5, "g:a:1", "h:b:1"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void verifyWhenABackslashIsPartOfANameFindsTheFile() {
        assertRight(ImageVerifierTest.sample(folder).file(StandardLayer.RESOURCES, "app/resources/a\\c.txt", "c"));
    }
}
