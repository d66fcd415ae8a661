package dev.layered.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mockStatic;

import dev.layered.build.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;

/** A build that is killed, whenever that is, needs no cleaning up: the next one is as good as if it were the first. */
final class KilledBuildTest {

    private static final Clock DAYS_LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));

    @TempDir
    Path folder;

    private final List<String> digests = new ArrayList<>();
    private TestProject project;
    private long milliseconds;

    /** Builds both forms of the project where nothing disturbs. */
    @BeforeEach
    void buildInPeace() throws Exception {
        project = TestProject.in(folder.resolve("project")).with("resources/long.txt", "some words\n".repeat(700_000));
        for (int form = 0; form < 2; form++) {
            Path clean = folder.resolve("clean" + form);
            TestProject same = TestProject.of(form(form).folder, clean.resolve("output"), clean.resolve("store"));
            try (ForkedBuild build = ForkedBuild.ready("256m", same)) {
                long start = System.nanoTime();
                digests.add(build.begin().digest());
                milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
            }
        }
    }

    @Test
    void buildAfterKillsAtAnyMomentGivesTheDigestOfACleanBuild() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int inTime = 0;
        for (int kill = 0; kill < Effort.of(12, 200); kill++) {
            leaveOf(kill);
            try (ForkedBuild build = ForkedBuild.ready("256m", form(kill))) {
                inTime += build.begin().killAfter(random.nextLong(milliseconds)) ? 1 : 0;
            }
            String digest = ForkedBuild.build(project).image().target().digest().text();
            assertThat(digest).as("kill %d of seed %d", kill, seed).isEqualTo(digests.get(kill % 2));
            BuiltFiles.assertWhole(project, digest);
        }
        assertThat(inTime).as("kills while it was building").isPositive();
        assertLeftoversAreCollected();
    }

    @Test
    void buildAfterAKillBetweenImageAndReportTellsOfTheNewImage() throws IOException {
        ForkedBuild.build(form(0));
        form(1).build();

        String digest = ForkedBuild.build(project).image().target().digest().text();

        assertThat(digest).isEqualTo(digests.get(1));
        BuiltFiles.assertWhole(project, digest);
    }

    /** Each second build changes the image of the one before. */
    private TestProject form(int number) {
        return project.with("resources/long.txt", ("number " + number % 2 + "\n").repeat(700_000));
    }

    /** Every third run finds nothing, every third finds a store, the others find the former image too. */
    private void leaveOf(int number) throws IOException {
        if (number % 3 < 2) {
            BuiltFiles.delete(project.output);
        }
        if (number % 3 == 0) {
            BuiltFiles.delete(project.store);
        }
    }

    private void assertLeftoversAreCollected() throws IOException {
        try (MockedStatic<Clock> clock = mockStatic(Clock.class, CALLS_REAL_METHODS)) {
            clock.when(Clock::systemUTC).thenReturn(DAYS_LATER);
            ForkedBuild.build(project);
        }
        assertThat(BuiltFiles.temporary(project.output)).isEmpty();
        assertThat(BuiltFiles.temporary(project.store)).isEmpty();
        assertThat(Files.exists(project.output.resolve("store"))).isFalse();
    }
}
