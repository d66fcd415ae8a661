package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvironmentFileTest {

    @TempDir
    private Path project;

    private final ReadingProbe probe = new ReadingProbe();

    private Map<String, String> read(String... files) {
        return new EnvironmentVariables(List.of(files), Map.of("OWN", "1")).read(project, probe.at("container"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(project.resolve(name), text);
    }

    @Test
    void readTakesLinesAsDockerDoes() throws IOException {
        write("app.env", """
                \uFEFF# settings

                TZ=UTC
                  INDENTED=yes
                EMPTY=
                QUOTED="a b" # no comment
                MANY=a=b=$TZ
                dotted.name=x
                TRAILING=two\s\s
                LAST=of\r
                NAME=twice
                NAME=grün""");
        assertThat(read("app.env"))
                .containsExactly(
                        entry("TZ", "UTC"),
                        entry("INDENTED", "yes"),
                        entry("EMPTY", ""),
                        entry("QUOTED", "\"a b\" # no comment"),
                        entry("MANY", "a=b=$TZ"),
                        entry("dotted.name", "x"),
                        entry("TRAILING", "two  "),
                        entry("LAST", "of"),
                        entry("NAME", "grün"),
                        entry("OWN", "1"));
        probe.assertNoMistake();
    }

    @Test
    void readWhenFilesDifferTakesTheLaterAndAboveAllTheElement() throws IOException {
        write("a.env", "A=1\nB=1\nOWN=0");
        write("b.env", "B=2\nOWN=2");
        assertThat(read("a.env", " b.env ")).isEqualTo(Map.of("A", "1", "B", "2", "OWN", "1"));
        probe.assertNoMistake();
    }

    @ParameterizedTest
    @CsvSource({
        "SECRET, has no '=', write NAME=value; the environment of a build does not go into images",
        "=SECRET, 'has no name before the ''='', or one with a space', 'write NAME=value, without export'",
        "export A=SECRET, 'has no name before the ''='', or one with a space', 'write NAME=value, without export'",
        "A=SEC\0RET, has a NUL character, remove it: no environment variable can hold it",
    })
    void readWhenALineIsBrokenTellsItsNumberAndNotWhatItSays(String line, String what, String fix) throws IOException {
        write("app.env", "A=1\n\n" + line + "\nB=2");
        assertThat(read("app.env")).containsKeys("A", "B");
        probe.assertMistakes()
                .hasId("environment-line")
                .what("Line 3 of the environment file 'app.env' " + what + ".")
                .where("app.env:3")
                .fix(fix)
                .isMistake()
                .isPrintable();
    }

    @Test
    void readWhenALineIsNoUtf8TellsIt() throws IOException {
        Files.write(project.resolve("app.env"), "A=grün".getBytes(StandardCharsets.ISO_8859_1));
        read("app.env");
        probe.assertMistakes()
                .hasId("environment-line")
                .what("Line 1 of the environment file 'app.env' is no UTF-8.")
                .where("app.env:1")
                .fix("write the file in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"none.env, it does not exist", "a\0b, its name cannot be that of a file"})
    void readWhenAFileIsMissingTellsItsPlace(String name, String reason) {
        read(name);
        probe.assertMistakes()
                .hasId("environment-file")
                .what("The environment file '" + name.replace("\0", "\\u0000") + "' cannot be read: " + reason + ".")
                .where("<container><environmentFiles><item>")
                .fix("correct its path, which starts from the project's folder")
                .isMistake();
    }

    @Test
    void digestsAreOfTheContent() throws IOException {
        EnvironmentVariables variables = new EnvironmentVariables(List.of("app.env"), Map.of());
        Map<String, ?> missing = variables.digests(project);
        write("app.env", "A=1");
        Map<String, ?> before = variables.digests(project);
        assertThat(before).containsOnlyKeys("the environment file app.env").isNotEqualTo(missing);
        write("app.env", "A=2");
        assertThat(variables.digests(project)).isNotEqualTo(before);
        write("app.env", "A=1");
        assertThat(variables.digests(project)).isEqualTo(before);
    }
}
