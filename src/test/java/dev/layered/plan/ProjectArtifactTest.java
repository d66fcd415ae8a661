package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProjectArtifactTest {

    private static ProjectArtifact artifact(String version, String classifier, boolean module) {
        Coordinates coordinates = new Coordinates("g", "a", "test-jar", classifier, version);
        return new ProjectArtifact(coordinates, "jar", "runtime", module, Path.of("a.jar"));
    }

    @ParameterizedTest
    @CsvSource({
        "jar, '', g:a:1",
        "war, '', g:a:war:1",
        "jar, tests, g:a:jar:tests:1",
        "so, linux-x86_64, g:a:so:linux-x86_64:1",
    })
    void coordinatesAreShortForPlainJars(String type, String classifier, String text) {
        assertThat(new Coordinates("g", "a", type, classifier, "1")).hasToString(text);
    }

    @Test
    void fileNameIsTheRepositorysByBaseVersion() {
        assertThat(artifact("1.0", "", false).fileName()).isEqualTo("a-1.0.jar");
        assertThat(artifact("1.0-SNAPSHOT", "tests", false).fileName()).isEqualTo("a-1.0-SNAPSHOT-tests.jar");
    }

    @Test
    void layerIsTheModulesBeforeTheSnapshots() {
        assertThat(StandardLayer.of(artifact("1", "", false))).isEqualTo(StandardLayer.DEPENDENCIES);
        assertThat(StandardLayer.of(artifact("1-SNAPSHOT", "", false))).isEqualTo(StandardLayer.SNAPSHOTS);
        assertThat(StandardLayer.of(artifact("1-SNAPSHOT", "", true))).isEqualTo(StandardLayer.MODULES);
        assertThat(StandardLayer.of(artifact("1", "", true))).isEqualTo(StandardLayer.MODULES);
    }

    @ParameterizedTest
    @CsvSource({"1-SNAPSHOT, true", "SNAPSHOT, false", "1-SNAPSHOT-2, false", "1-snapshot, false"})
    void isSnapshotLooksAtTheEndOfTheVersion(String version, boolean snapshot) {
        assertThat(artifact(version, "", false).isSnapshot()).isEqualTo(snapshot);
    }
}
