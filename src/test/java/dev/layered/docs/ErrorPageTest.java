package dev.layered.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} against the code: every problem has its heading, and every heading its problem. */
final class ErrorPageTest {

    /** A call whose first argument looks like an id: whatever makes a problem takes its id first. */
    private static final Pattern ID = Pattern.compile("\\(\\s*\"([a-z]+(?:-[a-z]+)+)\"\\s*,");

    private static final Pattern HEADING = Pattern.compile("(?m)^##+ (.+)$");

    private static final Pattern SECTION = Pattern.compile("(?ms)^(## [^\n]+\n.*?)(?=^## |\\z)");

    /** What a section shows: the message, with the section's id behind its first line, and after it what to do. */
    private static final String MESSAGE =
            "(?s)## ([a-z-]+)\n.*```text\n[^\n]+ \\[\\1\\]\n  where: [^\n]+\n  fix:   [^\n]+\n.*```\n\n.+";

    private static final String PAGE = ProjectFiles.read("docs/errors.md");

    @Test
    void headingsWhenComparedWithSourcesAreAllIds() {
        Set<String> ids = new TreeSet<>();
        for (Path source : ProjectFiles.below("src/main/java", ".java")) {
            ids.addAll(ProjectFiles.groups(ID, ProjectFiles.read(source)));
        }
        assertThat(ids).as("ids found in the sources").contains("base-none", "file-changed", "check-size");
        assertThat(ProjectFiles.groups(HEADING, PAGE)).containsExactlyElementsOf(ids);
    }

    @Test
    void sectionsWhenReadHaveMessageWithIdPlaceAndFix() {
        List<String> sections = ProjectFiles.groups(SECTION, PAGE);
        assertThat(sections)
                .hasSameSizeAs(ProjectFiles.groups(HEADING, PAGE))
                .allSatisfy(section -> assertThat(section).matches(MESSAGE));
    }
}
