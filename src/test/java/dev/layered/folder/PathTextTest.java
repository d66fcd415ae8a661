package dev.layered.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathTextTest {

    @TempDir
    private Path folder;

    /** Whatever the locale: the names are given by their bytes. */
    @ParameterizedTest
    @CsvSource({"a/b.txt,a/b.txt", "a%20%25/%C3%A9+,a %/é+", "%F0%9F%8D%B0,🍰"})
    void resolveOfBelowGivesTheFile(String bytes, String text) {
        Path file = Path.of(URI.create(folder.toUri() + bytes));

        assertThat(PathText.below(folder, file)).isEqualTo(text);
        assertThat(PathText.resolve(folder, text)).isEqualTo(file);
        Path root = folder.getRoot();
        String absolute = root.toString().replace('\\', '/') + PathText.below(root, file);
        assertThat(PathText.resolve(folder, absolute)).isEqualTo(file);
    }
}
