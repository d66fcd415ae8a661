package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProjectArtifactTest {

    private static ProjectArtifact artifact(String version, String classifier, boolean module) {
        Coordinates coordinates = new Coordinates("g", "a", "test-jar", classifier, version);
        return new ProjectArtifact(coordinates, "jar", "runtime", module, Path.of("a.jar"), 0);
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
    void bytesAreThoseOfTheFileAsFarAsItCanBeRead(@TempDir Path folder) throws Exception {
        Coordinates coordinates = SampleArtifact.coordinates("g:a:1");
        Path file = Files.writeString(folder.resolve("a.jar"), "abc");
        assertThat(ProjectArtifact.of(coordinates, "jar", "compile", false, file)
                        .bytes())
                .isEqualTo(3);
        assertThat(ProjectArtifact.of(coordinates, "jar", "compile", false, folder.resolve("b.jar"))
                        .bytes())
                .isEqualTo(ProjectArtifact.UNREADABLE);
    }

    @Test
    void fileNameIsTheRepositorysByBaseVersion() {
        assertThat(artifact("1.0", "", false).fileName()).isEqualTo("a-1.0.jar");
        assertThat(artifact("1.0-SNAPSHOT", "tests", false).fileName()).isEqualTo("a-1.0-SNAPSHOT-tests.jar");
    }

    private static String layerOf(ProjectArtifact artifact) {
        PlanContents contents = SampleContents.of(List.of(artifact), List.of(), DependencyTree.UNKNOWN);
        return LayerAssignment.assign(contents, Platform.LINUX_AMD64).get(0).layer();
    }

    @Test
    void layerIsTheModulesBeforeTheSnapshots() {
        assertThat(layerOf(artifact("1", "", false))).isEqualTo("dependencies");
        assertThat(layerOf(artifact("1-SNAPSHOT", "", false))).isEqualTo("snapshots");
        assertThat(layerOf(artifact("1-SNAPSHOT", "", true))).isEqualTo("modules");
        assertThat(layerOf(artifact("1", "", true))).isEqualTo("modules");
    }

    @ParameterizedTest
    @CsvSource({"1-SNAPSHOT, true", "SNAPSHOT, false", "1-SNAPSHOT-2, false", "1-snapshot, false"})
    void isSnapshotLooksAtTheEndOfTheVersion(String version, boolean snapshot) {
        assertThat(artifact(version, "", false).isSnapshot()).isEqualTo(snapshot);
    }
}
