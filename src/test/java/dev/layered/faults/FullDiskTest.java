package dev.layered.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.build.TestProject;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.outcome.BuildLog;
import dev.layered.real.LayoutReader;
import dev.layered.real.RealTool;
import dev.layered.real.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build on a disk that others fill once the work has begun, with ever more space left: it fails at one step after the
 * other, and leaves all as it was.
 */
final class FullDiskTest {

    private static final Pattern TOLD = Pattern.compile(
            "The disk is full: '(.+)' needs at least (\\d+) bytes, and (\\d+) are free\\.", Pattern.DOTALL);

    @TempDir
    Path folder;

    private TestProject input;
    private Path root;
    private long mostFree;

    @BeforeEach
    void needsADiskToFill() {
        assumeTrue(RealTool.mayMount("a full disk"));
        root = folder.resolve("disk");
        input = TestProject.in(folder.resolve("project"));
    }

    @Test
    void buildWhenTheDiskOfTheStoreIsFullTellsAndTheNextSucceeds() throws IOException {
        try (SmallDisk disk = SmallDisk.at(root, 4)) {
            assertEachStep(disk, TestProject.of(input.folder, folder.resolve("output"), root.resolve("store")));
        }
    }

    @Test
    void buildWhenTheDiskOfTheOutputIsFullTellsAndTheNextSucceeds() throws IOException {
        try (SmallDisk disk = SmallDisk.at(root, 4)) {
            assertEachStep(disk, TestProject.of(input.folder, root.resolve("output"), folder.resolve("store")));
        }
    }

    /** Builds with no space, then with a page more, and so on until a build succeeds. */
    private void assertEachStep(SmallDisk disk, TestProject project) throws IOException {
        String former = ForkedBuild.build(project).image().target().digest().text();
        int formerLeft = 0;
        boolean full = true;
        for (int pages = 0; full; pages++) {
            input.with("resources/noise", noise(pages));
            full = failsBecauseFull(project.log(new FillingLog(disk, pages)));
            String left =
                    LayoutReader.ofFailedRun(project.output.resolve("image")).digest();
            disk.clear();
            project.log(BuildLog.SILENT);
            String next = ForkedBuild.build(project).image().target().digest().text();
            BuiltFiles.assertWhole(project, next);
            assertThat(left).isIn(former, next);
            formerLeft += left.equals(former) ? 1 : 0;
            former = next;
        }
        assertThat(formerLeft).isPositive();
        assertThat(mostFree)
                .as("free bytes told, while a disk of some pages was full")
                .isPositive();
    }

    private boolean failsBecauseFull(TestProject project) throws IOException {
        try {
            ForkedBuild.build(project);
            return false;
        } catch (LayeredFailure failure) {
            assertThat(failure.problems()).singleElement().satisfies(this::assertTold);
            assertThat(BuiltFiles.temporary(project.output)).isEmpty();
            assertThat(BuiltFiles.temporary(project.store)).isEmpty();
            return true;
        }
    }

    private void assertTold(Problem problem) {
        assertThat(problem.id()).as(problem.toString()).isEqualTo("disk-full");
        Matcher told = TOLD.matcher(problem.what());
        assertThat(told.matches()).as(problem.what()).isTrue();
        assertThat(Path.of(told.group(1))).startsWithRaw(root);
        long free = Long.parseLong(told.group(3));
        assertThat(Long.parseLong(told.group(2))).as(problem.what()).isGreaterThan(free);
        mostFree = Math.max(mostFree, free);
    }

    /** Returns what no compression makes much smaller. */
    private static String noise(int seed) {
        byte[] noise = new byte[30_000];
        new Random(seed).nextBytes(noise);
        return HexFormat.of().formatHex(noise);
    }
}
