package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempFilesTest {

    private static final Clock NOW = Clock.systemUTC();
    private static final Clock LATER = Clock.offset(NOW, Duration.ofMinutes(11));
    private static final Clock DAYS_LATER = Clock.offset(NOW, Duration.ofDays(2));

    @TempDir
    Path folder;

    @Test
    void collectWhenRunIsDeadDeletesItsFile() throws IOException {
        Path dead = Files.writeString(folder.resolve(".layered-1-2-3.tmp"), "half");
        TempFiles.collect(folder, LATER);
        assertThat(dead).doesNotExist();
    }

    @Test
    void collectWhenFileIsYoungLeavesIt() throws IOException {
        Path young = Files.writeString(folder.resolve(".layered-1-2-3.tmp"), "half");
        TempFiles.collect(folder, NOW);
        assertThat(young).exists();
    }

    @Test
    void collectLeavesOtherFilesAndFolders() throws IOException {
        Path other = Files.writeString(folder.resolve("other.tmp"), "");
        Path hidden = Files.writeString(folder.resolve(".layered-notes"), "");
        Path directory = Files.createDirectory(folder.resolve(".layered-1-2-3.tmp"));
        TempFiles.collect(folder, DAYS_LATER);
        assertThat(other).exists();
        assertThat(hidden).exists();
        assertThat(directory).exists();
    }

    @Test
    void collectLeavesFilesOfThisRun() {
        try (TempFile alive = TempFile.create(folder, folder)) {
            TempFiles.collect(folder, DAYS_LATER);
            assertThat(alive.path()).exists();
        }
    }

    @Test
    void collectWhenLinkLeavesItForADay() throws IOException {
        Path link = Files.writeString(folder.resolve(".layered-link-1-2-3.tmp"), "");
        TempFiles.collect(folder, LATER);
        assertThat(link).exists();
        TempFiles.collect(folder, DAYS_LATER);
        assertThat(link).doesNotExist();
    }

    @Test
    void collectWhenFolderIsMissingDoesNothing() {
        TempFiles.collect(folder.resolve("missing"), NOW);
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void collectWhenOtherRunWritesLeavesItsFileUntilItIsKilled() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = other.inputReader()) {
            Path temp = Path.of(out.readLine());
            TempFiles.collect(folder, DAYS_LATER);
            assertThat(temp).exists();
            other.destroyForcibly().waitFor();
            assertThat(temp).exists();
            TempFiles.collect(folder, LATER);
            assertThat(temp).doesNotExist();
        } finally {
            other.destroyForcibly();
        }
    }
}
