package dev.layered.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.image.Descriptor;
import dev.layered.inspect.ImageInspector;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.ImageComparison;
import dev.layered.outcome.VerifyOutcome;
import dev.layered.place.ImagePlaces;
import dev.layered.real.DockerRegistry;
import dev.layered.real.RealTool;
import dev.layered.real.Skopeo;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.credential.CredentialSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An image that skopeo put into the distribution project's registry, whose files are damaged then. */
@Timeout(180)
final class RealRegistryImageTest {

    @TempDir
    private Path folder;

    @Test
    void verifyTellsWhatIsDamagedOrMissingInTheRegistrysFiles() throws IOException {
        assumeTrue(RealTool.areThere("an image in a real registry", "docker-registry", "skopeo"));
        BuiltSample built = BuiltSample.of(ImageVerifierTest.sample(folder).on("linux/amd64", "linux/arm64"), folder);
        Path layout = built.output.resolve("image");
        try (DockerRegistry real = DockerRegistry.start();
                Registries registries =
                        new Registries(RegistrySettings.standard(), CredentialSource.ANONYMOUS, BuildLog.SILENT)) {
            String name = real.host() + "/shop/cart:1.0";
            Skopeo.push(layout, name);
            ImagePlaces places = ImagePlaces.reading(folder, registries::repository);

            VerifyOutcome right = ImageVerifier.at(places.at(name), built.files(), BuildLog.SILENT)
                    .verify(true);
            assertThat(right.faults()).isEmpty();
            assertThat(right.checks()).hasSize(6);
            ImageComparison same = ImageInspector.at(places.at(name), Optional.empty())
                    .against(ImageInspector.at(places.at("oci:" + layout), Optional.empty()));
            assertThat(same.platforms())
                    .allMatch(platform -> platform.layers().stream()
                            .allMatch(layer -> layer.side().name().equals("BOTH")));

            Descriptor gone = built.manifest(0).layers().get(0);
            Path damaged = real.blob(built.manifest(0).layers().get(1).digest().text());
            Files.delete(real.blob(gone.digest().text()));
            Files.write(damaged, BuiltSample.flipped(Files.readAllBytes(damaged)));

            VerifyOutcome wrong = ImageVerifier.at(places.at(name), built.files(), BuildLog.SILENT)
                    .verify(true);
            assertThat(wrong.faults())
                    .extracting("id")
                    .containsExactlyInAnyOrder("registry-blob-absent", "registry-blob-wrong");
        }
    }
}
