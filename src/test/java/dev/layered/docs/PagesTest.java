package dev.layered.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages promise about themselves: the two commands that come first, and links that lead somewhere. */
final class PagesTest {

    private static final Pattern FIRST_BLOCK = Pattern.compile("(?ms)\\A.*?^```\\w*\n(.*?)^```$");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void readmeWhenOpenedShowsTwoCommandsFirst() {
        String block =
                ProjectFiles.groups(FIRST_BLOCK, ProjectFiles.read("README.md")).get(0);
        assertThat(block.lines().toList())
                .containsExactly(
                        "./mvnw -q -ntp -DskipTests install && ./mvnw -ntp -f src/it/web-application package",
                        "./mvnw -ntp verify");
    }

    @Test
    void linksWhenFollowedLeadToFilesAndHeadings() {
        for (Path page : ProjectFiles.pages()) {
            for (String link : ProjectFiles.groups(LINK, ProjectFiles.read(page))) {
                if (!link.startsWith("https://")) {
                    assertLeadsSomewhere(page, link);
                }
            }
        }
    }

    private static void assertLeadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        assertThat(Files.exists(target)).as("%s in %s", link, page).isTrue();
        if (parts.length == 2) {
            List<String> anchors = ProjectFiles.groups(HEADING, ProjectFiles.read(target)).stream()
                    .map(PagesTest::anchor)
                    .toList();
            assertThat(anchors).as("%s in %s", link, page).contains(parts[1]);
        }
    }

    /** Returns the anchor of a heading as GitHub makes it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }
}
