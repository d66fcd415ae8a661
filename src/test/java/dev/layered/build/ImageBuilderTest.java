package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.History;
import dev.layered.image.Image;
import dev.layered.image.ImageConfig;
import dev.layered.image.MediaType;
import dev.layered.image.Platform;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageBuilderTest {

    @TempDir
    Path folder;

    @Test
    void buildOnScratchMakesOneManifestThatPassesEveryCheck() throws IOException {
        BuildOutcome outcome = TestProject.in(folder).build();

        BuiltLayout built = BuiltLayout.checked(outcome.layout());
        assertThat(built.target().mediaType()).isEqualTo(MediaType.OCI_MANIFEST);
        assertThat(built.target().digest()).isEqualTo(outcome.image().target().digest());
        assertThat(built.target().annotations()).containsEntry(ImageLayout.REF_NAME, "shop/cart:1.0");
        assertThat(outcome.image().platforms().get(0).layers())
                .extracting(LayerOutcome::name)
                .containsExactly("dependencies", "resources", "classes");
        assertThat(outcome.emptyLayers()).containsExactly("snapshots", "modules", "start");
    }

    @Test
    void buildForTwoPlatformsMakesAnIndexThatSharesLayers() throws IOException {
        BuildOutcome outcome =
                TestProject.in(folder).on("linux/amd64", "linux/arm64").build();

        BuiltLayout built = BuiltLayout.checked(outcome.layout());
        assertThat(built.target().mediaType()).isEqualTo(MediaType.OCI_INDEX);
        assertThat(built.images())
                .extracting(Image::platform)
                .map(Platform::toString)
                .containsExactly("linux/amd64", "linux/arm64");
        // three layers, two configs, two manifests, one index
        assertThat(BuiltLayout.blobs(outcome.layout())).hasSize(8);
    }

    @Test
    void buildWhenIndexIsAlwaysWrapsASinglePlatform() throws IOException {
        BuildOutcome outcome = TestProject.in(folder).alwaysIndex().build();

        assertThat(BuiltLayout.checked(outcome.layout()).target().mediaType()).isEqualTo(MediaType.OCI_INDEX);
    }

    @Test
    void buildWritesNameAndKeyOfEachLayerIntoTheHistory() throws IOException {
        BuildOutcome outcome = TestProject.in(folder).build();

        ImageConfig config =
                BuiltLayout.checked(outcome.layout()).images().get(0).config().value();
        List<LayerOutcome> layers = outcome.image().platforms().get(0).layers();
        assertThat(config.history())
                .extracting(History::createdBy)
                .containsExactly(
                        Optional.of("layered dependencies"),
                        Optional.of("layered resources"),
                        Optional.of("layered classes"));
        assertThat(config.history())
                .extracting(History::comment)
                .containsExactly(layers.stream()
                        .map(layer -> Optional.of("dev.layered.key=" + layer.key()))
                        .toArray(Optional[]::new));
    }

    @Test
    void buildTwiceWritesNothingTheSecondTime() throws IOException {
        TestProject project = TestProject.in(folder);
        project.build();
        List<Object> before = FileStamp.all(project.output);

        BuildOutcome second = project.build();

        assertThat(second.unchanged()).isTrue();
        assertThat(second.image().platforms().get(0).layers())
                .extracting(LayerOutcome::origin)
                .containsOnly(LayerOrigin.REUSED);
        assertThat(FileStamp.all(project.output)).isEqualTo(before);
    }

    @Test
    void buildAfterAChangedClassMakesOnlyThatLayer() throws IOException {
        TestProject project = TestProject.in(folder);
        List<String> before = BuiltLayout.checked(project.build().layout()).layerDigests();

        BuildOutcome outcome =
                project.with("classes/App.class", "another class").build();

        List<String> after = BuiltLayout.checked(outcome.layout()).layerDigests();
        assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
        assertThat(after.get(2)).isNotEqualTo(before.get(2));
        assertThat(outcome.image().platforms().get(0).layers())
                .extracting(LayerOutcome::origin)
                .containsExactly(LayerOrigin.REUSED, LayerOrigin.REUSED, LayerOrigin.BUILT);
        assertThat(BuiltLayout.blobs(outcome.layout()))
                .as("blobs of the former image are gone")
                .hasSize(5);
    }

    @Test
    void buildInAnotherFolderGivesTheSameDigest() {
        BuildOutcome here = TestProject.in(folder.resolve("here")).build();
        BuildOutcome there =
                TestProject.in(folder.resolve("a/folder/elsewhere")).build();

        assertThat(there.image().target()).isEqualTo(here.image().target());
    }

    /** Guards every byte of config and manifest. A change here is a change for every user: say it in CHANGELOG.md. */
    @Test
    void buildGivesTheDigestOfRecord() {
        BuildOutcome outcome =
                TestProject.in(folder).on("linux/amd64", "linux/arm/v7").build();

        assertThat(outcome.image().target().digest().text())
                .isEqualTo("sha256:526edff562a6064173f30665ddbbbfacccb4fd1a7279666bcf8953535a7b1539");
    }

    @Test
    void buildWritesAPlanThatNamesEveryInput() throws IOException {
        TestProject project = TestProject.in(folder);
        project.build();

        assertThat(Files.readString(project.output.resolve("plan.json")))
                .contains("\"input/libs/lib-1.0.jar\"", "\"input/classes/App.class\"", "\"configuration\": \"sha256:")
                .doesNotContain(folder.toString());
    }
}
