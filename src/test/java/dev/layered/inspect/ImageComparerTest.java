package dev.layered.inspect;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.outcome.ArtifactChange;
import dev.layered.outcome.FileChanges;
import dev.layered.outcome.ImageComparison;
import dev.layered.outcome.LayerComparison;
import dev.layered.outcome.LayerComparison.Side;
import dev.layered.outcome.PlatformComparison;
import dev.layered.outcome.PullSize;
import dev.layered.place.TestPlaces;
import dev.layered.tar.TestTar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageComparerTest {

    private static final String TARGET = "linux/amd64";

    @TempDir
    Path folder;

    private SampleImage here;
    private SampleImage there;

    @BeforeEach
    void open() {
        here = new SampleImage(folder.resolve("here"));
        there = new SampleImage(folder.resolve("there"));
    }

    @Test
    void compareWhenEqualNeedsNothing() {
        for (SampleImage image : List.of(here, there)) {
            image.layer("a", tar("a", "1")).layer("b", tar("b", "1"));
        }

        PlatformComparison comparison = compare();

        assertThat(comparison.layers()).extracting(LayerComparison::side).containsExactly(Side.BOTH, Side.BOTH);
        assertThat(comparison.layers())
                .allSatisfy(layer -> assertThat(layer.changes()).isEmpty());
        assertThat(comparison.artifacts()).isEmpty();
        assertThat(comparison.pullHere())
                .isEqualTo(new PullSize(0, 0, comparison.pullHere().whole()));
        assertThat(comparison.pullHere().whole()).isPositive();
    }

    @Test
    void compareWhenLowestLayerChangedCostsMoreWherePrefixesCount() {
        here.layer("low", tar("a", "1")).layer("high", tar("b", "x".repeat(5000)));
        there.layer("low", tar("a", "2")).layer("high", tar("b", "x".repeat(5000)));

        PlatformComparison comparison = compare();

        assertThat(comparison.layers())
                .extracting(LayerComparison::name, LayerComparison::side)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("low", Side.HERE),
                        org.assertj.core.groups.Tuple.tuple("high", Side.BOTH),
                        org.assertj.core.groups.Tuple.tuple("low", Side.THERE));
        long high = comparison.layers().get(1).blob().size();
        PullSize pull = comparison.pullHere();
        assertThat(pull.prefix()).isEqualTo(pull.anyBlob() + high).isEqualTo(pull.whole());
        long low = comparison.layers().get(0).blob().size();
        assertThat(pull.anyBlob()).as("a layer, config, manifest and index").isGreaterThan(low);
    }

    @Test
    void compareWhenUpperLayerChangedCostsTheSameForAll() {
        here.layer("low", tar("a", "1")).layer("high", tar("b", "1"));
        there.layer("low", tar("a", "1")).layer("high", tar("b", "2"));

        PlatformComparison comparison = compare();

        assertThat(comparison.pullHere().prefix())
                .isEqualTo(comparison.pullHere().anyBlob());
        assertThat(comparison.pullThere().prefix())
                .isEqualTo(comparison.pullThere().anyBlob());
    }

    @Test
    void compareWhenLayersDifferCountsFiles() {
        here.layer("a", tar("same", "s").file("changed", "1").file("new", "1"));
        there.layer("a", tar("same", "s")).layer("b", tar("changed", "2").file("gone", "1"));

        PlatformComparison comparison = compare();

        assertThat(comparison.layers())
                .extracting(layer -> layer.changes().orElseThrow())
                .containsExactly(new FileChanges(1, 1, 1), new FileChanges(1, 0, 0), new FileChanges(0, 1, 1));
    }

    @Test
    void compareWhenPackedOtherwiseReadsNoFiles() {
        here.layer("a", tar("a", "1"));
        there.plainLayer("a", tar("a", "1"));

        PlatformComparison comparison = compare();

        assertThat(comparison.layers()).extracting(LayerComparison::side).containsExactly(Side.REPACKED);
        assertThat(comparison.pullHere().prefix())
                .isLessThan(comparison.pullHere().anyBlob());
    }

    @Test
    void compareWhenArtifactsDifferNamesThem() {
        here.layer("libs", jars("1.0", "1.0", "only-here"));
        there.layer("libs", jars("2.0", "1.0", "only-there"));

        assertThat(compare().artifacts())
                .containsExactly(
                        new ArtifactChange("only-here", "1", ""),
                        new ArtifactChange("only-there", "", "1"),
                        new ArtifactChange("org.example:changed", "1.0", "2.0"));
    }

    @Test
    void compareWhenArtifactHasOtherBytesNamesItWithOneVersion() {
        here.layer("libs", new TestTar().file("libs/a-1.jar", "one"));
        there.layer("libs", new TestTar().file("libs/a-1.jar", "two"));

        assertThat(compare().artifacts()).containsExactly(new ArtifactChange("a", "1", "1"));
    }

    @Test
    void compareWhenPlatformsDifferTellsWhichAreAlone() {
        here.layer("a", tar("a", "1")).on("linux/arm64").layer("a", tar("a", "1"));
        there.layer("a", tar("a", "1")).on("linux/riscv64").layer("a", tar("a", "1"));

        ImageComparison comparison = comparison();

        assertThat(comparison.platforms()).hasSize(1);
        assertThat(comparison.onlyHere()).containsExactly(Platform.parse("linux/arm64"));
        assertThat(comparison.onlyThere()).containsExactly(Platform.parse("linux/riscv64"));
    }

    @Test
    void compareWhenNoPlatformIsCommonFails() {
        String mine = here.layer("a", tar("a", "1")).on("linux/arm64").write();
        String theirs = there.layer("a", tar("a", "1")).on("linux/amd64").write();

        assertFailure(() -> at(mine).against(at(theirs)))
                .hasId("inspect-platform")
                .what("'" + mine + "' and '" + theirs + "' have no platform in common.")
                .where("the images to compare")
                .fix("name an image for one of linux/arm64");
    }

    @Test
    void compareWhenSeveralImagesAreOfOnePlatformFails() {
        String mine = here.layer("a", tar("a", "1"))
                .on(TARGET)
                .layer("b", tar("b", "1"))
                .on(TARGET)
                .write();

        assertFailure(() -> at(mine).against(at(mine)))
                .hasId("inspect-ambiguous")
                .what("There are several images for 'linux/amd64' in '" + mine + "'.")
                .where("the images to compare")
                .fix("copy the one you mean to a folder of its own, e.g. with skopeo copy, and name that folder");
    }

    private static TestTar tar(String path, String content) {
        return new TestTar().file(path, content);
    }

    private static TestTar jars(String changed, String same, String alone) {
        return new TestTar()
                .file(
                        "libs/changed.jar",
                        new SampleJar().of("org.example", "changed", changed).bytes())
                .file(
                        "libs/same.jar",
                        new SampleJar().of("org.example", "same", same).bytes())
                .file("libs/" + alone + "-1.jar", "x");
    }

    private PlatformComparison compare() {
        return comparison().platforms().get(0);
    }

    private ImageComparison comparison() {
        return at(here.on(TARGET).write()).against(at(there.on(TARGET).write()));
    }

    private static ImageInspector at(String location) {
        return ImageInspector.at(TestPlaces.onDisk(Path.of("")).at(location), Optional.empty());
    }
}
