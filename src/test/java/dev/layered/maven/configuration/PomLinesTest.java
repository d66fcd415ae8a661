package dev.layered.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.junit.jupiter.api.Test;

class PomLinesTest {

    private final Path root = Path.of("work").toAbsolutePath();
    private final PomLines lines = new PomLines(root, null, root.resolveSibling("own"));

    @Test
    void fileInsideARootIsRelative() {
        assertThat(place(root.resolve("app/pom.xml").toString(), 13)).isEqualTo("app/pom.xml:13");
        assertThat(place(root.resolveSibling("own").resolve("pom.xml").toString(), 1))
                .isEqualTo("pom.xml:1");
    }

    @Test
    void fileOutsideIsAbsolute() {
        String elsewhere = root.resolveSibling("other").resolve("pom.xml").toString();

        assertThat(place(elsewhere, 2)).isEqualTo(elsewhere + ":2");
    }

    @Test
    void uriOfMaven4IsAFile() {
        assertThat(place(root.resolve("a b/pom.xml").toUri().toString(), 3)).isEqualTo("a b/pom.xml:3");
    }

    @Test
    void modelWithoutAFileIsNamedByItsId() {
        InputSource source = new InputSource();
        source.setModelId("g:a:1");

        assertThat(lines.of(new InputLocation(4, 1, source)).shortly()).isEqualTo("g:a:1, line 4");
    }

    @Test
    void whatHasNoSourceIsUnknown() {
        assertThat(lines.of(null)).isSameAs(Origin.UNKNOWN);
        assertThat(lines.of("no location at all")).isSameAs(Origin.UNKNOWN);
        assertThat(lines.of(new InputLocation(4, 1))).isSameAs(Origin.UNKNOWN);
        assertThat(lines.of(new InputLocation(4, 1, new InputSource()))).isSameAs(Origin.UNKNOWN);
    }

    private String place(String file, int line) {
        InputSource source = new InputSource();
        source.setLocation(file);
        return lines.of(new InputLocation(line, 1, source)).shortly();
    }
}
