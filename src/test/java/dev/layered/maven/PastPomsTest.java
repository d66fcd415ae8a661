package dev.layered.maven;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layered.history.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PastPomsTest {

    private static final Map<TreeFile, byte[]> FILES =
            Map.of(new TreeFile("app/pom.xml", "0", 3), new byte[] {'a', 'b', 'c'});

    @TempDir
    private Path temp;

    @Test
    void filesWhenWrittenLastUntilClosed() throws IOException {
        Path folder = temp.resolve("poms/commit");
        Files.createDirectories(folder);
        Path leftBehind = Files.writeString(folder.resolve("old"), "of a run that died");
        try (PastPoms poms = PastPoms.write(folder, FILES)) {
            assertThat(poms.at("app/pom.xml")).hasContent("abc");
            assertThat(poms.pathOf(poms.at("app"))).isEqualTo("app");
            assertThat(poms.pathOf(folder.toFile())).isEmpty();
            assertThat(leftBehind).doesNotExist();
            assertThatThrownBy(() -> poms.at("../out")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void filesWhenTheyCannotBeWrittenAreAFailure() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        assertFailure(() -> PastPoms.write(file.resolve("poms"), FILES))
                .hasId("suggest-files")
                .isOutside();
    }
}
