package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Digest;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.store.KnownFiles;
import dev.layered.store.ProjectFolders;
import dev.layered.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file outside of the project, of which the store says that it is another than it is. */
final class KnownInputsTest {

    private static final KnownFiles.Read LIE = new KnownFiles.Read(Digest.of(new byte[] {1}), 1);

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private TestProject project;
    private Path jar;

    @BeforeEach
    void linkAnOldFile() throws Exception {
        project = TestProject.in(folder);
        Path old = Path.of(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        jar = Files.createSymbolicLink(folder.resolve("input/libs/old.jar"), old);
    }

    @AfterEach
    void unlink() throws Exception {
        Files.delete(jar);
    }

    private Store store(boolean isTrusted) {
        BuildLog log = new BuildLog() {
            @Override
            public void warning(String text) {
                warnings.add(text);
            }
        };
        return Store.open(project.store, folder.resolve("other"), log)
                .of(new ProjectFolders(folder.resolve("elsewhere"), List.of()), isTrusted, log);
    }

    private BuildOutcome build(Store store) {
        return new ImageBuilder(folder, project.output, project.bases(store), store, BuildLog.SILENT)
                .build(List.of(project.plan()))
                .get(0);
    }

    private void lie() {
        KnownFiles known = store(false).files();
        known.read(jar, "as-is", () -> LIE);
        known.save();
    }

    private KnownFiles.Read told() {
        return store(true).files().read(jar, "as-is", () -> new KnownFiles.Read(Digest.of(new byte[0]), 0));
    }

    @Test
    void buildWhenADigestIsWrongReadsAllFilesAndMakesTheRightImage() {
        lie();
        BuildOutcome outcome = build(store(true));
        assertThat(warnings)
                .containsExactly("'" + jar + "' changed while it was put into a layer. All files are read again.");
        assertThat(told()).isNotEqualTo(LIE);
        assertThat(outcome.image().target().digest())
                .isEqualTo(TestProject.of(folder, folder.resolve("out"), folder.resolve("another store"))
                        .build()
                        .image()
                        .target()
                        .digest());
    }

    @Test
    void buildWhenNothingIsTrustedReadsAllFiles() {
        lie();
        build(store(false));
        assertThat(warnings).isEmpty();
        assertThat(told()).isNotEqualTo(LIE);
    }

    @Test
    void buildRecordsWhatItRead() {
        build(store(true));
        assertThat(told().size()).isEqualTo(jar.toFile().length());
    }

    @Test
    void healingWhenNothingWasBelievedFailsAtOnce() {
        List<Integer> tries = new ArrayList<>();
        assertFailure(() -> store(true).files().healing(() -> {
                    tries.add(1);
                    throw failure("file-changed");
                }))
                .hasId("file-changed");
        assertThat(tries).hasSize(1);
    }

    @Test
    void healingWhenSomethingElseFailsFailsAtOnce() {
        lie();
        KnownFiles known = store(true).files();
        List<Integer> tries = new ArrayList<>();
        assertFailure(() -> known.healing(() -> {
                    tries.add(1);
                    known.read(jar, "as-is", () -> LIE);
                    throw failure("file-read");
                }))
                .hasId("file-read");
        assertThat(tries).hasSize(1);
    }

    @Test
    void healingWhenItFailsAgainFails() {
        lie();
        KnownFiles known = store(true).files();
        List<Integer> tries = new ArrayList<>();
        assertFailure(() -> known.healing(() -> {
                    tries.add(1);
                    known.read(jar, "as-is", () -> LIE);
                    throw failure("file-changed");
                }))
                .hasId("file-changed");
        assertThat(tries).hasSize(2);
    }

    private static LayeredFailure failure(String id) {
        return LayeredFailure.outside(new Problem(id, "What.", "where", "fix"), null);
    }
}
