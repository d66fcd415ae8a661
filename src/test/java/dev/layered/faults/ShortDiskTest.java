package dev.layered.faults;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.build.TestProject;
import dev.layered.outcome.BuildOutcome;
import dev.layered.real.RealTool;
import dev.layered.real.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that cannot take what a build may write: told before anything is written. */
final class ShortDiskTest {

    private static final int PAGES = 100;

    @TempDir
    Path folder;

    private TestProject input;
    private Path root;

    @BeforeEach
    void needsASmallDisk() {
        assumeTrue(RealTool.mayMount("a disk that is too small"));
        root = folder.resolve("disk");
        input = TestProject.in(folder.resolve("project")).with("resources/noise", "n".repeat(500_000));
    }

    private static List<Path> files(Path below) throws IOException {
        if (!Files.exists(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void buildWhenTheStoreIsTooSmallWritesNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.at(root, 4)) {
            TestProject project = TestProject.of(input.folder, folder.resolve("output"), root.resolve("store"));
            disk.leaveFree(PAGES);

            // the files, rounded up for the tar; what they become when they are compressed nobody knows yet
            assertFailure(() -> ForkedBuild.build(project))
                    .hasId("disk-short")
                    .what(
                            "The disk may be too small: up to 557.9 kB are going to be written to it, and 409.6 kB are free.")
                    .where(root.resolve("store").toString())
                    .fix("free some space, e.g. by mvn layered:prune, or put the local store on another disk by"
                            + " -Dlayered.cache=<folder>")
                    .isOutside();

            assertThat(files(root.resolve("store"))).isEmpty();
            assertThat(files(project.output)).isEmpty();
            disk.clear();
            BuiltFiles.assertWhole(
                    project,
                    ForkedBuild.build(project).image().target().digest().text());
        }
    }

    @Test
    void buildWhenTheOutputIsOnAnotherDiskThatIsTooSmallWritesNothing() throws IOException {
        try (SmallDisk disk = SmallDisk.at(root, 4)) {
            TestProject project = TestProject.of(input.folder, root.resolve("output"), folder.resolve("store"));
            disk.leaveFree(PAGES);

            assertFailure(() -> ForkedBuild.build(project))
                    .hasId("disk-short")
                    .whatContains("up to 557.9 kB", "409.6 kB are free")
                    .where(root.resolve("output/image").toString())
                    .fix("free some space on that disk");

            assertThat(files(project.store)).isEmpty();
            disk.clear();
            ForkedBuild.build(project);
        }
    }

    @Test
    void buildWhenEverythingIsStoredNeedsNoRoom() throws IOException {
        try (SmallDisk disk = SmallDisk.at(root, 4)) {
            TestProject project = TestProject.of(input.folder, root.resolve("output"), root.resolve("store"));
            BuildOutcome first = ForkedBuild.build(project);
            disk.leaveFree(4);

            assertThat(ForkedBuild.build(project).image().target())
                    .isEqualTo(first.image().target());
        }
    }
}
