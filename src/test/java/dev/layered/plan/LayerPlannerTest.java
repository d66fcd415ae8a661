package dev.layered.plan;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.ImageFormat;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerPlannerTest {

    private static final List<Platform> TWO = List.of(Platform.LINUX_AMD64, Platform.parse("linux/arm64"));

    private static List<PlatformPlan> plan(List<PlacedFile> files) {
        return LayerPlanner.plan(SampleContents.of(files, TWO));
    }

    private static PlacedFile file(StandardLayer layer, String path) {
        return PlacedFile.of(layer, path, "text of " + path, "from " + path);
    }

    @Test
    void planPutsLayersInTheirOrderAndEntriesByPath() {
        List<PlacedFile> files = new ArrayList<>();
        for (StandardLayer layer : StandardLayer.values()) {
            for (String name : List.of("b", "a/z", "a-b", "B", "é")) {
                files.add(file(layer, layer + "/" + name));
            }
        }
        Random random = new Random(6);
        List<PlatformPlan> first = plan(files);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(files, random);
            assertThat(plan(files)).isEqualTo(first);
        }
        assertThat(first.get(0).layers())
                .extracting(PlannedLayer::name)
                .containsExactly(
                        "ca-certificates",
                        "dependencies",
                        "natives",
                        "snapshots",
                        "modules",
                        "resources",
                        "classes",
                        "start");
        assertThat(first.get(0).layers().get(6).entries())
                .extracting(LayerEntry::path)
                .containsExactly("CLASSES/B", "CLASSES/a-b", "CLASSES/a/z", "CLASSES/b", "CLASSES/é");
        assertThat(first.get(0).empty()).isEmpty();
    }

    @Test
    void planNamesEmptyLayersAndLeavesThemOut() {
        PlatformPlan plan = plan(List.of(file(StandardLayer.CLASSES, "a"), file(StandardLayer.SNAPSHOTS, "b")))
                .get(0);
        assertThat(plan.layers()).extracting(PlannedLayer::name).containsExactly("snapshots", "classes");
        assertThat(plan.empty()).containsExactly("dependencies", "modules", "resources", "start");
        assertThat(plan(List.of()).get(1).layers()).isEmpty();
    }

    @Test
    void planWhenPlatformsHoldTheSameSharesTheLayers() {
        List<PlatformPlan> plans = plan(List.of(file(StandardLayer.CLASSES, "a")));
        assertThat(plans).extracting(PlatformPlan::platform).isEqualTo(TWO);
        assertThat(plans.get(0).layers()).hasSize(1).isEqualTo(plans.get(1).layers());
    }

    @Test
    void planWhenPathsStandTwiceTellsOfAll() {
        List<PlacedFile> files = List.of(
                file(StandardLayer.CLASSES, "app/a"),
                PlacedFile.of(StandardLayer.START, "app/a", "other", "second\nfile"),
                file(StandardLayer.CLASSES, "app/b"),
                file(StandardLayer.RESOURCES, "app/b"),
                file(StandardLayer.RESOURCES, "app/c"));
        assertFailure(() -> plan(files))
                .hasIds("path-twice", "path-twice")
                .isMistake()
                .isPrintable()
                .problem(1)
                .what("Two files would stand at '/app/a' of the image.")
                .where("from app/a and second\\u000afile")
                .fix("remove or rename one of the two, or set <override>true</override> on the <path> of an extra"
                        + " directory that is to win");
        assertFailure(() -> plan(files)).problem(0).where("from app/b and from app/b");
    }

    @Test
    void placedFileIsExecutableWhereItsOwnerMayExecuteIt(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("run.sh"), "x");
        assertThat(mode(script)).isEqualTo(0644);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            assertThat(mode(script)).isEqualTo(0755);
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-rwxrwx"));
            assertThat(mode(script)).isEqualTo(0644);
        }
        assertThat(mode(folder.resolve("missing"))).isEqualTo(0644);
    }

    private static int mode(Path file) {
        return PlacedFile.of(StandardLayer.CLASSES, "a", new Content.OfFile(file))
                .entry()
                .mode();
    }

    @Test
    void imagePlanIsAnIndexForSeveralPlatformsOrWhenAsked() {
        List<PlatformPlan> two = plan(List.of());
        assertThat(plan(two, false).isIndex()).isTrue();
        assertThat(plan(two.subList(0, 1), false).isIndex()).isFalse();
        assertThat(plan(two.subList(0, 1), true).isIndex()).isTrue();
        assertThat(plan(two, false).platformList()).isEqualTo(TWO);
    }

    private static ImagePlan plan(List<PlatformPlan> platforms, boolean always) {
        ImageSettings settings =
                new ImageSettings(RuntimeConfig.NONE, Map.of(), "1970-01-01T00:00:01Z", ImageFormat.OCI, "app");
        return new ImagePlan(
                SampleIdentity.only("cart", List.of()),
                new BaseChoice("scratch", "<from>"),
                SampleContents.of(List.of(), TWO),
                platforms,
                settings,
                FileNotes.NONE,
                always);
    }
}
