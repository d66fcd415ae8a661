package dev.layered.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.build.TestProject;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.real.RealTool;
import dev.layered.real.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody deletes the store in the midst of a build, or lets nobody write to it. */
final class DisturbedStoreTest {

    @TempDir
    Path folder;

    /** Each build logs six events: the begin and the end of three layers. */
    @Test
    void buildWhenTheStoreIsDeletedAtAnyStepSucceedsOrFailsAndTheNextSucceeds() throws IOException {
        TestProject project = TestProject.in(folder.resolve("project"));
        String digest = ForkedBuild.build(project).image().target().digest().text();
        for (int round = 0; round < Effort.of(36, 1200); round++) {
            int step = 1 + round % 6;
            BuiltFiles.delete(project.output);
            BuiltFiles.delete(project.store);
            Deleting deleting = new Deleting(project.store, step);
            try {
                BuildOutcome outcome = ForkedBuild.build(project.log(deleting));
                assertThat(outcome.image().target().digest()).hasToString(digest);
                BuiltFiles.assertWhole(project, digest);
            } catch (LayeredFailure failure) {
                assertThat(failure.problems()).extracting(Problem::id).containsExactly("store-gone");
            }
            assertThat(deleting.events).hasValueGreaterThanOrEqualTo(step);
            ForkedBuild.build(project.log(BuildLog.SILENT));
            BuiltFiles.assertWhole(project, digest);
        }
    }

    @Test
    void buildWhenTheStoreIsReadOnlyTakesWhatItHasAndWarnsOnce() throws IOException {
        assumeTrue(RealTool.mayMount("a store on a disk that is read-only"));
        Path store = folder.resolve("disk/store");
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 4)) {
            TestProject former = TestProject.in(folder.resolve("project"));
            ForkedBuild.build(TestProject.of(former.folder, folder.resolve("former"), store));
            former.with("classes/App.class", "another class");
            String digest = ForkedBuild.build(former).image().target().digest().text();
            disk.closeToWriters();
            List<String> warnings = new CopyOnWriteArrayList<>();

            TestProject project = TestProject.of(former.folder, folder.resolve("output"), store)
                    .log(new BuildLog() {
                        @Override
                        public void warning(String text) {
                            warnings.add(text);
                        }
                    });
            BuildOutcome outcome = ForkedBuild.build(project);

            assertThat(outcome.image().platforms().get(0).layers())
                    .extracting(LayerOutcome::origin)
                    .containsExactly(LayerOrigin.REUSED, LayerOrigin.REUSED, LayerOrigin.BUILT);
            BuiltFiles.assertWhole(project, digest);
            assertThat(warnings).singleElement().asString().contains("for reading only", store.toString());
        }
    }

    /** Deletes the store at one of the events of a build. */
    private static final class Deleting implements BuildLog {

        private final AtomicInteger events = new AtomicInteger();
        private final Path store;
        private final int at;

        Deleting(Path store, int at) {
            this.store = store;
            this.at = at;
        }

        @Override
        public void writingLayer(String name, int files, long bytes) {
            count();
        }

        @Override
        public void layerReady(LayerOutcome layer) {
            count();
        }

        private void count() {
            if (events.incrementAndGet() == at) {
                deleteAllThatIsThere();
            }
        }

        /** Other layers are written at this moment, so that a folder may never become empty. */
        private void deleteAllThatIsThere() {
            try (Stream<Path> files = Files.walk(store)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                // what is left is deleted enough
            }
        }
    }
}
