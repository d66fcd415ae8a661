package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.history.TreeFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PomTreeTest {

    private static List<String> among(PomTree tree, String... paths) {
        List<TreeFile> files =
                List.of(paths).stream().map(path -> new TreeFile(path, "0", 1)).toList();
        return tree.among(files).stream().map(TreeFile::path).toList();
    }

    @Test
    void filesWhenTreeIsTheRepositoryArePomsAndSettingsOfMaven() {
        PomTree tree = new PomTree("", Set.of("pom.xml", "base.xml"), List.of("pom.xml"));
        assertThat(tree.patterns()).containsExactlyInAnyOrder("**/pom.xml", "**/base.xml", ".mvn/**");
        assertThat(among(tree, "pom.xml", "a/b/pom.xml", "a/base.xml", ".mvn/maven.config", "a/xpom.xml", "b/.mvn/x"))
                .containsExactly("pom.xml", "a/b/pom.xml", "a/base.xml", ".mvn/maven.config");
    }

    @Test
    void filesWhenTreeIsAFolderAreThoseBelowIt() {
        PomTree tree = new PomTree("shop [1]/", Set.of("pom.xml"), List.of("shop [1]/pom.xml"));
        assertThat(tree.patterns()).containsExactly("shop \\[1]/**/pom.xml", "shop \\[1]/.mvn/**");
        assertThat(among(tree, "pom.xml", "shop [1]/app/pom.xml", ".mvn/jvm.config", "shop [1]/.mvn/jvm.config"))
                .containsExactly("shop [1]/app/pom.xml", "shop [1]/.mvn/jvm.config");
    }
}
