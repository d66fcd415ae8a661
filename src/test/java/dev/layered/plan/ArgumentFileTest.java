package dev.layered.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.application.Compiled;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentFileTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/app/a.jar:/app/b.jar, /app/a.jar:/app/b.jar",
                "a b, \"a b\"",
                "a\tb, \"a\tb\"",
                "a#b, \"a#b\"",
                "a\\b, \"a\\\\b\"",
                "a\"b, \"a\\\"b\"",
                "a'b, \"a'b\"",
                "é*$%, é*$%",
            })
    void quoteLeavesPlainArgumentsAlone(String argument, String quoted) {
        assertThat(ArgumentFile.quote(argument)).isEqualTo(quoted);
    }

    /** Asks the launcher itself: what it prints must be what was quoted. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void quoteIsReadBackByTheLauncher(@TempDir Path folder) throws Exception {
        Compiled.into(folder, 9, "P.java", """
                class P { public static void main(String[] a) { System.out.print(System.getProperty("java.class.path")); } }
                """);
        String classpath = folder + ":/my app/'x':/a\\b\\n:/q\"q:/#h:/t\tt:@x";
        Path file = Files.writeString(folder.resolve("args"), ArgumentFile.quote(classpath));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-cp", "@" + file, "P").start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(printed).isEqualTo(classpath);
    }
}
