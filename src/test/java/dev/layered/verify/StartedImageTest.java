package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.ImageConfig;
import dev.layered.image.Platform;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.Launch;
import dev.layered.plan.SampleContents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that start something, the same on every platform or not. */
final class StartedImageTest {

    @TempDir
    private Path folder;

    private ImagePlan plan(Launch.Command command) {
        Launch launch = new Launch("app/classpath", List.of("/app/resources", "/app/classes"), Optional.of(command));
        return ImageVerifierTest.sample(folder)
                .launch(launch)
                .on("linux/amd64", "linux/arm64")
                .plan();
    }

    private static ImageConfig starting(ImageConfig config, String... words) {
        return new ImageConfig(
                config.platform(),
                config.created(),
                config.author(),
                config.runtime().starting(Optional.of(List.of(words))),
                config.diffIds(),
                config.history(),
                config.other());
    }

    @Test
    void verifyWhenTheEntrypointIsAnotherTells() {
        ImagePlan plan = plan(new Launch.Command.Words(List.of("/bin/run")));
        BuiltSample built = BuiltSample.of(List.of(plan), folder);
        assertThat(built.verify(true).faults()).isEmpty();
        built.changeConfig(1, config -> starting(config, "/bin/other"));
        built.assertFaults()
                .hasId("verify-config")
                .what("The entrypoint of the image is '[/bin/other]', the record says '[/bin/run]'.")
                .where("the config of the image for linux/arm64");
    }

    @Test
    void verifyWhenPlatformsStartDifferentlyComparesEachWithItsOwn() {
        ImagePlan same = plan(new Launch.Command.Java(List.of(), false, "App"));
        ImagePlan plan = SampleContents.changed(same, Platform.LINUX_AMD64, path -> path.with(List.of("-a")));
        BuiltSample built = BuiltSample.of(List.of(plan), folder);
        assertThat(built.verify(true).faults()).isEmpty();
        built.changeConfig(0, config -> starting(config, "java", "-cp", "@/app/classpath", "App"));
        built.assertFaults()
                .hasId("verify-config")
                .what("The entrypoint of the image is '[java, -cp, @/app/classpath, App]', the record says"
                        + " '[java, -a, -cp, @/app/classpath, App]'.")
                .where("the config of the image for linux/amd64");
    }
}
