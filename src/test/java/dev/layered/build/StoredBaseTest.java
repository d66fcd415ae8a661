package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Image;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.outcome.BuildOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredBaseTest {

    @TempDir
    Path folder;

    private final RuntimeConfig java = new RuntimeConfig(
            Optional.of("1000"),
            Optional.of("/work"),
            Optional.of(List.of("/bin/base")),
            Optional.of(List.of("--help")),
            Map.of("PATH", "/opt/java/bin"),
            Map.of(),
            Set.of(),
            Set.of(),
            JsonObject.builder().put("StopSignal", "SIGINT").build());

    @Test
    void buildOnALayoutPutsOurLayersAboveItsAndKeepsItsConfig() throws IOException {
        BuildOutcome base = base("linux/amd64", "linux/arm64");
        BuildOutcome outcome = TestProject.in(folder.resolve("app"))
                .from("oci:../base/target/layered/image")
                .on("linux/arm64")
                .build();

        Image image = BuiltLayout.checked(outcome.layout()).images().get(0);
        List<String> layers = BuiltLayout.checked(outcome.layout()).layerDigests();
        assertThat(layers).hasSize(7);
        assertThat(layers.subList(0, 4))
                .isEqualTo(BuiltLayout.checked(base.layout()).layerDigests());
        RuntimeConfig runtime = image.config().value().runtime();
        assertThat(runtime.environment()).containsEntry("PATH", "/opt/java/bin");
        assertThat(runtime.user()).contains("1000");
        assertThat(runtime.entrypoint()).contains(List.of("/bin/base"));
        assertThat(runtime.command()).contains(List.of("--help"));
        assertThat(runtime.other().text("StopSignal")).contains("SIGINT");
        assertThat(image.config().value().history()).hasSize(7);
    }

    @Test
    void buildWhenTheBaseLacksThePlatformTellsWhichThereAre() {
        base("linux/amd64", "linux/arm64");

        Problem problem = problemOf("oci:../base/target/layered/image", "linux/s390x");

        assertThat(problem.id()).isEqualTo("base-platform");
        assertThat(problem.what()).contains("'linux/s390x'", "linux/amd64, linux/arm64");
        assertThat(problem.where()).isEqualTo("<from> in pom.xml:7");
    }

    @Test
    void buildWhenASinglePlatformBaseIsForAnotherArchitectureFails() {
        base("linux/arm64");

        assertThat(problemOf("oci:../base/target/layered/image", "linux/amd64").what())
                .contains("it has linux/arm64.");
    }

    @Test
    void buildTellsVariantsApart() throws IOException {
        base("linux/arm/v6", "linux/arm/v7");

        BuildOutcome outcome = TestProject.in(folder.resolve("app"))
                .from("oci:../base/target/layered/image")
                .on("linux/arm")
                .build();

        assertThat(BuiltLayout.checked(outcome.layout()).images().get(0).platform())
                .hasToString("linux/arm/v7");
    }

    @Test
    void buildWhenTheFolderIsNoLayoutNamesIt() {
        Problem problem = problemOf("oci:nothing", "linux/amd64");

        assertThat(problem.id()).isEqualTo("layout-missing");
        assertThat(problem.where()).endsWith("nothing");
    }

    @Test
    void buildWhenAManifestOfTheBaseIsDamagedNamesTheBlob() throws IOException {
        BuildOutcome base = base("linux/amd64");
        Path manifest = base.layout()
                .resolve("blobs/sha256")
                .resolve(base.image().target().digest().hex());
        byte[] bytes = Files.readAllBytes(manifest);
        bytes[bytes.length / 2] ^= 1;
        manifest.toFile().setWritable(true);
        Files.write(manifest, bytes);

        Problem problem = problemOf("oci:../base/target/layered/image", "linux/amd64");

        assertThat(problem.id()).isEqualTo("layout-blob-damaged");
        assertThat(problem.where()).contains(base.image().target().digest().hex());
    }

    @Test
    void buildWhenALayerOfTheBaseIsDamagedLeavesTheFormerImageWhole() throws IOException {
        BuildOutcome base = base("linux/amd64");
        TestProject app = TestProject.in(folder.resolve("app"));
        BuildOutcome former = app.build();
        Path layer = base.layout()
                .resolve("blobs/sha256")
                .resolve(base.image()
                        .platforms()
                        .get(0)
                        .layers()
                        .get(0)
                        .descriptor()
                        .digest()
                        .hex());
        layer.toFile().setWritable(true);
        Files.writeString(layer, "damaged");

        LayeredFailure failure = catchThrowableOfType(
                LayeredFailure.class,
                () -> app.from("oci:../base/target/layered/image").build());

        assertThat(failure.problems()).extracting(Problem::id).containsExactly("layout-blob-damaged");
        assertThat(failure.problems())
                .extracting(Problem::where)
                .containsExactly(layer.normalize().toString());
        assertThat(BuiltLayout.whole(former.layout()).target().digest())
                .isEqualTo(former.image().target().digest());
    }

    private BuildOutcome base(String... platforms) {
        return TestProject.in(folder.resolve("base"))
                .with("libs/lib-1.0.jar", "of the base")
                .on(platforms)
                .runtime(java)
                .build();
    }

    private Problem problemOf(String from, String platform) {
        TestProject app = TestProject.in(folder.resolve("app")).from(from).on(platform);
        return catchThrowableOfType(LayeredFailure.class, app::build).problems().get(0);
    }
}
