package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.real.DockerRegistry;
import dev.layered.real.RealTool;
import dev.layered.real.Skopeo;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.credential.CredentialSource;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A base image that skopeo put into the distribution project's registry. */
@Timeout(180)
final class RealRegistryBaseTest {

    @TempDir
    Path folder;

    @Test
    void buildGivesTheSameImageAsOnTheLayoutThatWasPushed() throws IOException {
        assumeTrue(RealTool.areThere("a base image from a real registry", "docker-registry", "skopeo"));
        BuildOutcome base = TestProject.in(folder.resolve("base"))
                .with("libs/lib-1.0.jar", "of the base")
                .on("linux/amd64", "linux/arm64")
                .build();
        try (DockerRegistry real = DockerRegistry.start();
                Registries registries =
                        new Registries(RegistrySettings.standard(), CredentialSource.ANONYMOUS, BuildLog.SILENT)) {
            Skopeo.push(base.layout(), real.host() + "/java:21");
            TestProject app = TestProject.in(folder.resolve("app")).on("linux/arm64", "linux/amd64");
            BuildOutcome onLayout = app.from("oci:" + base.layout()).build();
            TestProject again = TestProject.of(app.folder, folder.resolve("output"), folder.resolve("store"))
                    .on("linux/arm64", "linux/amd64")
                    .registries(() -> registries);

            BuildOutcome onTag = again.from(real.host() + "/java:21").build();
            BuildOutcome onDigest = again.from(
                            real.host() + "/java@" + base.image().target().digest())
                    .build();

            assertThat(onTag.image().target()).isEqualTo(onLayout.image().target());
            assertThat(onDigest.image().target()).isEqualTo(onLayout.image().target());
            BuiltLayout.checked(onTag.layout());
        }
    }
}
