package dev.layered.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin's version wherever readers see it or copy it from. */
final class VersionsTest {

    private static final Pattern ON_COMMAND_LINE =
            Pattern.compile("layered-maven-plugin:([0-9][^:\\s`]*):|\\blayered:([0-9][^:\\s`]*):");

    @Test
    void pagesWhenTheyNameTheVersionNameThatOfTheProject() {
        int named = 0;
        for (Path page : ProjectFiles.pages()) {
            String text = ProjectFiles.read(page);
            List<String> versions = new ArrayList<>(ProjectFiles.pluginVersions(text));
            ON_COMMAND_LINE
                    .matcher(text)
                    .results()
                    .forEach(match -> versions.add(match.group(1) == null ? match.group(2) : match.group(1)));
            assertThat(versions).as(page.toString()).allMatch(ProjectFiles.version()::equals);
            named += versions.size();
        }
        assertThat(named).as("versions found").isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/it/web-application/pom.xml", "src/it/multi-module/pom.xml"})
    void exampleWhenBuiltByItselfHasVersionOfTheProject(String pom) {
        assertThat(ProjectFiles.pluginVersions(ProjectFiles.read(pom))).containsExactly(ProjectFiles.version());
    }
}
