package dev.layered.folder;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IgnoreFileTest {

    @TempDir
    private Path temp;

    private SampleFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new SampleFolder(temp);
    }

    @Test
    void ignoreFilesNestAndAreNeverListed() {
        folder.put("a.log", "keep.log", "deep/a.log", "deep/b.txt", "tmp/x", "deep/tmp/x");
        folder.write(".layeredignore", "*.log\n");
        folder.write("files/.layeredignore", "!keep.log\n/tmp/\n");
        folder.write("files/deep/.layeredignore", "!a.log\nb.*\n");
        assertThat(folder.found()).containsExactly("deep/", "deep/a.log", "deep/tmp/", "deep/tmp/x", "keep.log");
        assertThat(folder.list().ignored())
                .containsEntry(folder.files.resolve("a.log"), ".layeredignore line 1")
                .containsEntry(folder.files.resolve("tmp"), Path.of("files", ".layeredignore") + " line 2")
                .containsEntry(
                        folder.files.resolve("deep/b.txt"), Path.of("files", "deep", ".layeredignore") + " line 2")
                .hasSize(3);
    }

    @Test
    void ignoredFolderIsNotWalked() throws IOException {
        folder.put("out/.layeredignore");
        Files.delete(folder.files.resolve("out/.layeredignore"));
        Files.createDirectories(folder.files.resolve("out/.layeredignore"));
        folder.write(".layeredignore", "out\n!out/x\n");
        assertThat(folder.found()).isEmpty();
    }

    @Test
    void ignoreFileThatIsNoPlainFileIsAMistake() throws IOException {
        Files.createDirectories(folder.files.resolve(".layeredignore"));
        Path file = folder.files.resolve(".layeredignore");
        assertFailure(folder::list)
                .hasId("ignore-file")
                .what("The ignore file '" + file + "' cannot be used: it is no plain file.")
                .where(file.toString())
                .fix("write one pattern per line, as in a .gitignore")
                .isMistake();
    }

    @Test
    void ignoreFileThatIsNoTextIsAMistake() throws IOException {
        Path file = Files.write(folder.write("files/.layeredignore", ""), new byte[] {(byte) 0xFF, '\n'});
        assertFailure(folder::list).hasId("ignore-file").whatContains("no text in UTF-8");
        Files.write(file, new byte[2 << 20]);
        assertFailure(folder::list).hasId("ignore-file").whatContains("more than a megabyte");
    }
}
