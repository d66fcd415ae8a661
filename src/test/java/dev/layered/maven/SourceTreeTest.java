package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.history.TreeFile;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceTreeTest {

    private static SourceTree tree(String blob) {
        return new SourceTree(List.of(
                new TreeFile("app/pom.xml", "1", 1000),
                new TreeFile("app/src/main/java/App.java", blob, 1000),
                new TreeFile("app/src/test/java/AppTest.java", "3", 1000),
                new TreeFile("src/main/resources/a.txt", "4", 100)));
    }

    @Test
    void codeWhenSourcesChangeIsAnotherOfTheSameSize() {
        assertThat(tree("2").code("app").bytes()).isEqualTo(450);
        assertThat(tree("2").code("app"))
                .isEqualTo(tree("2").code("app"))
                .isNotEqualTo(tree("5").code("app"));
    }

    @Test
    void codeWhenModuleIsTheTopIsOfItsOwnSourcesAlone() {
        assertThat(tree("2").code("").bytes()).isEqualTo(45);
        assertThat(tree("2").code("")).isEqualTo(tree("5").code(""));
        assertThat(tree("2").code("none").bytes()).isZero();
    }
}
