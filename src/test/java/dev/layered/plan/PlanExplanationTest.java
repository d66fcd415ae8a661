package dev.layered.plan;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.layered.plan.LayerRule.Trait;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanExplanationTest {

    @TempDir
    private Path folder;

    private SamplePlan plan;

    @BeforeEach
    void planTwoPlatforms() {
        plan = SamplePlan.in(folder)
                .made(StandardLayer.START, "app/classpath", "/app/classes")
                .artifacts(9, "g:a:1", "x:b:1 runtime", "h:z:1", "i:z:1", "j:s:2-SNAPSHOT", "k:m:1 module")
                .tree("> g:a h:z\ng:a > x:b")
                .rules(
                        SampleRule.named("g", "g").being(Trait.TRANSITIVE),
                        SampleRule.named("all-a", "*:a"),
                        SampleRule.named("rest").being(Trait.CATCH_ALL))
                .on("linux/amd64", "linux/arm64");
    }

    private Explained only(String question) {
        List<Explained> found = plan.explain(question);
        assertThat(found).as(question).hasSize(1);
        return found.get(0);
    }

    private String file(String name) {
        return folder.resolve("repository").resolve(name).toString();
    }

    @Test
    void ofWhenALayerIsNamedTellsItsArtifactsByReason() {
        Explained found = only("g");
        assertThat(found.subject()).isEqualTo("layer g");
        assertThat(found.facts())
                .containsExactly(
                        entry("position", "1 of 6 from the bottom, above the base"),
                        entry("platforms", "linux/amd64, linux/arm64"),
                        entry("because a rule matches it: the rule g", "g:a:1"),
                        entry(
                                "because it is in the dependency tree only because of artifacts that a rule matches:"
                                        + " the rule g",
                                "x:b:1"));
        assertThat(only("rest").facts()).containsEntry("because no other rule took it: the rule rest", "h:z:1\ni:z:1");
        assertThat(only("snapshots").facts()).containsEntry("because its version is a snapshot", "j:s:2-SNAPSHOT");
        assertThat(only("modules").facts()).containsEntry("because it is a module of this source tree", "k:m:1");
    }

    @Test
    void ofWhenAFileIsNamedWithoutItsFolderFindsIt() {
        assertThat(only("a-1.jar").subject()).isEqualTo("g:a:1");
        assertThat(only("classpath").subject()).isEqualTo("/app/classpath");
    }

    @Test
    void ofWhenAFolderOfTheImageIsNamedTellsItsLayers() {
        Explained found = only("/app/libs/");
        assertThat(found.subject()).isEqualTo("/app/libs/");
        assertThat(found.facts())
                .containsExactly(entry("layers", "g: 2 files\nrest: 2 files\nsnapshots: 1 file\nmodules: 1 file"));
        assertThat(only("/app/libs")).isEqualTo(found);
    }

    @Test
    void ofWhenALayerHoldsNoArtifactTellsItsFiles() {
        plan.file(StandardLayer.CLASSES, "app/classes/B.class", "b");
        assertThat(only(" classes ").facts()).containsEntry("files", "/app/classes/App.class\n/app/classes/B.class");
    }

    @Test
    void ofWhenAnArtifactMatchesTellsEverything() {
        assertThat(only("g:a").subject()).isEqualTo("g:a:1");
        assertThat(only("g:a").facts())
                .containsExactly(
                        entry("path", "/app/libs/a-1.jar"),
                        entry("scope", "compile"),
                        entry("layer g", "1 of 6 from the bottom, above the base on linux/amd64, linux/arm64"),
                        entry("why g", "a rule matches it: the rule g"),
                        entry("also matching", "all-a"),
                        entry("brought in by", "g:a"),
                        entry("file", file("g_a_1.jar")));
        assertThat(only("x:b:1").facts())
                .containsEntry("scope", "runtime")
                .containsEntry("brought in by", "g:a -> x:b")
                .containsEntry(
                        "why g",
                        "it is in the dependency tree only because of artifacts that a rule matches: the rule g")
                .doesNotContainKeys("also matching", "renamed");
    }

    @Test
    void ofWhenSeveralArtifactsMatchTellsOfEachInTheOrderOfTheClassPath() {
        assertThat(plan.explain("*:z")).extracting(Explained::subject).containsExactly("h:z:1", "i:z:1");
        assertThat(plan.explain("*:*:*:*:*")).hasSize(6);
    }

    @Test
    void ofWhenAJarIsRenamedTellsWhichOtherHasItsName() {
        assertThat(only("i:z").facts())
                .containsEntry("path", "/app/libs/i-z-1.jar")
                .containsEntry("renamed", "z-1.jar is also the file name of h:z:1");
        assertThat(only("/app/libs/h-z-1.jar").subject()).isEqualTo("h:z:1");
    }

    @Test
    void ofWhenAskedByPathInTheImageOrFileHereFindsTheSame() {
        assertThat(only("/app/libs/a-1.jar")).isEqualTo(only("g:a"));
        assertThat(only("repository/g_a_1.jar")).isEqualTo(only("g:a"));
        assertThat(only(file("g_a_1.jar"))).isEqualTo(only("g:a"));
        assertThat(only("app/../repository/./g_a_1.jar")).isEqualTo(only("g:a"));
    }

    @Test
    void ofWhenAFileIsNoArtifactTellsWhereItComesFrom() {
        assertThat(only("/app/classes/App.class").subject()).isEqualTo("/app/classes/App.class");
        assertThat(only("/app/classes/App.class").facts())
                .containsExactly(
                        entry("layer", "classes, 5 of 6 from the bottom, above the base"),
                        entry("from", folder.resolve("app/classes/App.class").toString()));
        assertThat(only("app/classes/App.class")).isEqualTo(only("/app/classes/App.class"));
        assertThat(only("/app/classpath").facts()).containsEntry("from", "made by this plugin");
    }

    @Test
    void ofWhenPlatformsDifferTellsTheLayerOfEach() {
        plan.rules(
                SampleRule.named("arm", "g").on("linux/arm64"),
                SampleRule.named("more", "*:a").on("linux/arm64"),
                SampleRule.named("twice", "*:a"),
                SampleRule.named("thrice", "*:a").on("linux/amd64"));
        Explained found = only("g:a");
        assertThat(found.facts())
                .containsEntry("layer twice", "2 of 6 from the bottom, above the base on linux/amd64")
                .containsEntry("why twice", "a rule matches it: the rule twice")
                .containsEntry("also matching on linux/amd64", "thrice")
                .containsEntry("layer arm", "2 of 6 from the bottom, above the base on linux/arm64")
                .containsEntry("why arm", "a rule matches it: the rule arm")
                .containsEntry("also matching on linux/arm64", "more, twice");
        assertThat(only("/app/libs/a-1.jar")).isEqualTo(found);
        assertThat(plan.explain("dependencies")).hasSize(1);
    }

    @Test
    void ofWhenALayerDiffersByPlatformTellsBothForms() {
        plan.rules(SampleRule.named("r", "g").on("linux/arm64"));
        assertThat(plan.explain("dependencies"))
                .extracting(explained -> explained.facts().get("platforms"))
                .containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void everyLayerTellsOfEachOnceLowestFirst() {
        List<Explained> found = new PlanExplanation(plan.plan(), plan.tree(), folder).everyLayer();
        assertThat(found)
                .extracting(Explained::subject)
                .containsExactly(
                        "layer g", "layer rest", "layer snapshots", "layer modules", "layer classes", "layer start");
    }

    @Test
    void ofWhenNothingIsMeantTellsWhatCanBeAsked() {
        for (String question : List.of("nobody:*", "/app/none", "src/none.txt", "g:a:b:c", "", "a\nb", "a\u0000b")) {
            assertFailure(() -> plan.explain(question))
                    .hasId("explain-nothing")
                    .whatContains(" is nothing in the image.")
                    .where("-Dlayered.explain")
                    .fix("name a layer (g, rest, snapshots, modules, classes, start), a path such as"
                            + " /app/classes/App.class, a pattern such as org.slf4j:*, or a file of the project")
                    .isMistake()
                    .isPrintable();
        }
    }

    @Test
    void ofWhenALayerWasDividedTellsWhy() {
        plan.rules();
        assertThat(only("g:a").facts())
                .containsEntry(
                        "why dependencies",
                        "what is small shares a layer: g, 0 kB, is number 1 of 4 groupIds by size; each groupId of"
                                + " 100 kB or more has a layer; the others share this one");
        assertThat(only("dependencies").facts())
                .containsEntry("of its own", "each groupId of 100 kB or more has a layer; the others share this one");
    }
}
