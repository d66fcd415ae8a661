package dev.layered.plan;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The timeout only stops an endless loop. */
@Timeout(120)
final class ArtifactFileNamesTest {

    /** An artifact from {@code groupId:artifactId[:classifier]}, version 1. */
    private static ProjectArtifact artifact(String text) {
        String[] words = text.split(":");
        Coordinates coordinates = new Coordinates(words[0], words[1], "jar", words.length > 2 ? words[2] : "", "1");
        return new ProjectArtifact(coordinates, "jar", "compile", false, Path.of(text.replace(':', '_')), 0);
    }

    private static Map<ProjectArtifact, String> assign(String... artifacts) {
        return ArtifactFileNames.assign(
                Stream.of(artifacts).map(ArtifactFileNamesTest::artifact).toList());
    }

    @Test
    void assignWhenNamesDifferKeepsThemAndTheirOrder() {
        assertThat(assign("g:b", "g:a", "h:a:linux").values()).containsExactly("b-1.jar", "a-1.jar", "a-1-linux.jar");
        assertThat(assign()).isEmpty();
    }

    @Test
    void assignWhenTwoOrThreeGroupsShareANameRenamesAllOfThem() {
        assertThat(assign("g:a", "x:b", "h:a").values()).containsExactly("g-a-1.jar", "b-1.jar", "h-a-1.jar");
        assertThat(assign("g:a", "h:a", "i:a").values()).containsExactly("g-a-1.jar", "h-a-1.jar", "i-a-1.jar");
    }

    @Test
    void assignWhenRenamedFormsClashUsesMoreDashes() {
        assertThat(assign("a-b:c", "z:c", "a:b-c", "z:b-c").values())
                .containsExactly("a-b--c-1.jar", "z--c-1.jar", "a--b-c-1.jar", "z--b-c-1.jar");
    }

    @Test
    void assignWhenRenamedFormIsAnothersPlainNameUsesMoreDashes() {
        assertThat(assign("g:a", "h:a", "x:g-a").values()).containsExactly("g--a-1.jar", "h--a-1.jar", "g-a-1.jar");
    }

    @Test
    void assignWhenNamesDifferInCaseOnlyRenamesBoth() {
        assertThat(assign("g:Tool", "h:tool").values()).containsExactly("g-Tool-1.jar", "h-tool-1.jar");
    }

    @Test
    void assignWhenNoGroupIdCanTellThemApartRefuses() {
        assertFailure(() -> assign("com.acme:tool", "com.Acme:tool", "x:other"))
                .hasId("library-twice")
                .what("Two libraries would have the same file name 'tool-1.jar' in the image.")
                .where("com.acme:tool:1 and com.Acme:tool:1")
                .fix("exclude one of the two dependencies")
                .isMistake();
        assertFailure(() -> assign("a-:x", "b:x", "a:-x", "b:-x")).hasId("library-twice");
    }

    @Test
    void assignDoesNotDependOnTheOrder() {
        Random random = new Random(5);
        List<String> words = List.of("a", "b", "c", "a-b", "b-c", "D", "a-", "c-1.jar");
        for (int round = 0; round < 500; round++) {
            Set<String> texts = new HashSet<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                String group = words.get(random.nextInt(5)); // groupIds that differ in more than case
                texts.add(group + ":" + words.get(random.nextInt(words.size())));
            }
            List<ProjectArtifact> artifacts = new ArrayList<>(
                    texts.stream().sorted().map(ArtifactFileNamesTest::artifact).toList());
            Map<ProjectArtifact, String> names = ArtifactFileNames.assign(artifacts);
            Collections.shuffle(artifacts, random);
            Map<ProjectArtifact, String> shuffled = ArtifactFileNames.assign(artifacts);
            assertThat(shuffled).isEqualTo(names);
            assertThat(shuffled.keySet()).containsExactlyElementsOf(artifacts);
            assertThat(names.values().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .doesNotHaveDuplicates();
        }
    }
}
