package dev.layered.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.build.TestProject;
import dev.layered.real.BlobFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds side by side, each a process of its own, share one store. */
final class ConcurrentBuildsTest {

    @TempDir
    Path folder;

    @Test
    void buildsAtOnceOnAColdStoreAllSucceedWithOneDigest() throws Exception {
        TestProject input = TestProject.in(folder.resolve("project"))
                .with("resources/words.txt", "some words\n".repeat(200_000))
                .with("libs/large-1.0.jar", "other words\n".repeat(200_000));
        Path store = folder.resolve("store");
        List<TestProject> projects = new ArrayList<>();
        List<ForkedBuild> builds = new ArrayList<>();
        try {
            for (int i = 0; i < Effort.of(8, 32); i++) {
                projects.add(TestProject.of(input.folder, folder.resolve("output" + i), store));
                builds.add(ForkedBuild.ready("128m", projects.get(i)));
            }
            for (ForkedBuild build : builds) {
                build.begin();
            }
            String digest = ForkedBuild.build(input).image().target().digest().text();
            for (int i = 0; i < builds.size(); i++) {
                assertThat(builds.get(i).digest()).isEqualTo(digest);
                BuiltFiles.assertWhole(projects.get(i), digest);
            }
        } finally {
            builds.forEach(ForkedBuild::close);
        }
        assertThat(BlobFiles.in(store)).hasSize(3);
        assertThat(BuiltFiles.temporary(folder)).isEmpty();
    }
}
