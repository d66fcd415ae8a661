package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does about files of the store and of the layout that are no longer what they were. */
final class DamageTest {

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private final BuildLog log = new BuildLog() {
        @Override
        public void warning(String text) {
            warnings.add(text);
        }
    };

    @Test
    void buildWhenAStoredBlobIsDamagedMakesItAgainAndWarnsOnce() throws IOException {
        TestProject project = TestProject.in(folder).log(log);
        BuildOutcome right = project.build();
        damage(stored(project, layer(right)));
        deleteTree(project.output);

        BuildOutcome outcome = project.build();

        assertThat(outcome.image().target()).isEqualTo(right.image().target());
        BuiltLayout.checked(outcome.layout());
        assertThat(warnings).hasSize(1);
    }

    @Test
    void buildWhenABlobOfTheLayoutIsDamagedPutsTheRightOneThere() throws IOException {
        TestProject project = TestProject.in(folder).log(log);
        BuildOutcome right = project.build();
        Path blob = right.layout().resolve("blobs/sha256").resolve(layer(right));
        Files.delete(blob);
        Files.writeString(blob, "damaged");

        BuildOutcome outcome = project.build();

        assertThat(outcome.unchanged()).isFalse();
        BuiltLayout.checked(outcome.layout());
    }

    @Test
    void buildWhenEveryFileOfTheStoreIsCutHeals() throws IOException {
        TestProject project = TestProject.in(folder).log(log);
        BuildOutcome right = project.build();
        try (Stream<Path> files = Files.walk(project.store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
                Files.createFile(file);
            }
        }
        deleteTree(project.output);

        BuildOutcome outcome = project.build();

        assertThat(outcome.image().target()).isEqualTo(right.image().target());
        BuiltLayout.checked(outcome.layout());
    }

    @Test
    void buildWhenTheStoreIsGoneMakesEverythingAgain() throws IOException {
        TestProject project = TestProject.in(folder).log(log);
        BuildOutcome right = project.build();
        deleteTree(project.store);
        deleteTree(project.output);

        assertThat(project.build().image().target()).isEqualTo(right.image().target());
    }

    private static String layer(BuildOutcome outcome) {
        return outcome.image()
                .platforms()
                .get(0)
                .layers()
                .get(0)
                .descriptor()
                .digest()
                .hex();
    }

    static Path stored(TestProject project, String name) throws IOException {
        try (Stream<Path> files = Files.walk(project.store)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.delete(file);
        Files.write(file, bytes);
    }

    static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
