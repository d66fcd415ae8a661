package dev.layered.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The invoker says nothing of a script that it does not find, so somebody else must. */
class InvokerProjectsTest {

    private static final Path PROJECTS = Path.of("src/it");
    private static final Set<String> SCRIPTS = Set.of("prebuild.groovy", "verify.groovy");

    @Test
    void eachProjectHasItsVerdict() throws IOException {
        assertThat(projects())
                .isNotEmpty()
                .allSatisfy(
                        project -> assertThat(project.resolve("verify.groovy")).isNotEmptyFile());
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<postBuildHookScript>verify</postBuildHookScript>");
    }

    @Test
    void eachScriptHasNameThatIsRun() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECTS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".groovy")))
                    .isSubsetOf(SCRIPTS);
        }
    }

    @Test
    void eachProjectStandsInTheTable() throws IOException {
        String table = Files.readString(PROJECTS.resolve("README.md"));
        assertThat(projects()).allSatisfy(project -> assertThat(table).contains("| `" + project.getFileName() + "` |"));
    }

    @Test
    void examplesNameTheVersionOfThisProject() throws IOException {
        String version = version(Path.of("pom.xml"));
        for (String example : List.of("web-application", "multi-module")) {
            assertThat(version(PROJECTS.resolve(example).resolve("pom.xml"))).isEqualTo(version);
        }
    }

    /** Returns the version that follows the plugin's artifactId. */
    private static String version(Path pom) throws IOException {
        String text = Files.readString(pom);
        String after = text.substring(text.indexOf("<artifactId>layered-maven-plugin</artifactId>"));
        return after.substring(after.indexOf("<version>") + "<version>".length(), after.indexOf("</version>"));
    }

    private static List<Path> projects() throws IOException {
        try (Stream<Path> folders = Files.list(PROJECTS)) {
            return folders.filter(Files::isDirectory).toList();
        }
    }
}
