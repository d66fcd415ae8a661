package dev.layered.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.base.TestBases;
import dev.layered.build.ImageBuilder;
import dev.layered.image.ImageFormat;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.outcome.BuildLog;
import dev.layered.plan.BaseChoice;
import dev.layered.plan.FileNotes;
import dev.layered.plan.ImagePlan;
import dev.layered.plan.ImageSettings;
import dev.layered.plan.LayerPlanner;
import dev.layered.plan.PlacedFile;
import dev.layered.plan.PlanContents;
import dev.layered.plan.SampleContents;
import dev.layered.plan.SampleIdentity;
import dev.layered.plan.StandardLayer;
import dev.layered.real.Dockerd;
import dev.layered.real.JlinkBase;
import dev.layered.real.LayerFile;
import dev.layered.real.LayoutReader;
import dev.layered.real.RealTool;
import dev.layered.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docker takes long and foreign names in, and gives them back. */
final class NamesInDockerTest {

    private static final String NAME = "localhost/names:1";

    private static final List<String> PATHS = List.of(
            "app/" + "n".repeat(120),
            "app/" + "f".repeat(255),
            "app/" + "a-folder-of-a-deep-tree/".repeat(30) + "file",
            "app/" + "東京/".repeat(60) + "grün.txt",
            "app/😀 and spaces",
            "app/\"quoted\" \\ 'back' $HOME *?[]",
            "app/-rf");

    @TempDir
    Path folder;

    @Test
    void loadedImageHasEveryFileUnderItsName() throws Exception {
        assumeTrue(RealTool.isRoot("Docker takes long names")
                && RealTool.areThere("Docker takes long names", "skopeo", "docker", "dockerd"));
        Platform platform = Platform.parse("linux/" + JlinkBase.architecture());
        Path layout = layoutOf(platform);
        Map<String, LayerFile> ours =
                LayoutReader.of(layout).images().get(platform.toString()).files();
        assertThat(ours.keySet())
                .containsAll(PATHS.stream().map(path -> "/" + path).toList());

        try (Dockerd docker = Dockerd.start()) {
            docker.load(layout, NAME);
            assertThat(docker.files(NAME)).containsAllEntriesOf(ours);
        }
    }

    private Path layoutOf(Platform platform) {
        Stream<PlacedFile> files =
                PATHS.stream().map(path -> PlacedFile.of(StandardLayer.RESOURCES, path, "text of " + path, path));
        PlanContents contents = SampleContents.of(files.toList(), List.of(platform));
        ImagePlan plan = new ImagePlan(
                SampleIdentity.only("names:1", List.of()),
                new BaseChoice("scratch", "this test"),
                contents,
                LayerPlanner.plan(contents),
                new ImageSettings(RuntimeConfig.NONE, Map.of(), "1970-01-01T00:00:00Z", ImageFormat.OCI, ""),
                FileNotes.NONE,
                false);
        Store store = Store.open(folder.resolve("store"), folder.resolve("fallback"), BuildLog.SILENT);
        return new ImageBuilder(folder, folder.resolve("output"), TestBases.in(folder, store), store, BuildLog.SILENT)
                .build(List.of(plan))
                .get(0)
                .layout();
    }
}
