package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import dev.layered.plan.LayerRule.Trait;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleRemarksTest {

    private static final int LARGE = 100_000;

    @TempDir
    private Path folder;

    private SamplePlan plan;

    @BeforeEach
    void planLargeArtifacts() {
        plan = SamplePlan.in(folder).artifacts(LARGE, "g:a:1", "h:b:1 runtime");
    }

    private RuleRemarks remarks(SampleRule... rules) {
        ImagePlan planned = plan.rules(rules).plan();
        return RuleRemarks.on(planned.rules(), planned.platforms());
    }

    private static Problem unused(String name) {
        return new Problem(
                "rule-unused",
                "The rule '" + name + "' matches no artifact of the class path.",
                "the rule " + name,
                "correct its patterns or scopes, remove it, or set <optional>true</optional>");
    }

    private static Problem shadowed(String name, String takers) {
        return new Problem(
                "rule-shadowed",
                "The rule '" + name + "' takes nothing: all that it matches goes to " + takers + ".",
                "the rule " + name,
                "put it before the rules that take its artifacts, or remove it");
    }

    @Test
    void allWhenEveryRuleIsOfUseSaysNothing() {
        assertThat(remarks(SampleRule.named("g", "g"), SampleRule.named("h", "h"))
                        .all())
                .isEmpty();
        assertThat(remarks().all()).isEmpty();
    }

    @Test
    void unusedWhenARuleMatchesNothingTellsIt() {
        assertThat(remarks(SampleRule.named("n", "none")).all()).containsExactly(unused("n"));
        assertThat(remarks(SampleRule.named("n", "h").scopes("compile")).unused())
                .containsExactly(unused("n"));
        assertThat(remarks(SampleRule.named("n", "h").but("*:b")).unused()).containsExactly(unused("n"));
    }

    @Test
    void unusedWhenOthersTakeAllNamesTheTakers() {
        assertThat(remarks(SampleRule.named("g", "g"), SampleRule.named("h", "h"), SampleRule.named("s", "g", "h"))
                        .unused())
                .containsExactly(shadowed("s", "'g', 'h'"));
        assertThat(remarks(SampleRule.named("all"), SampleRule.named("g", "g"), SampleRule.named("n", "n"))
                        .unused())
                .containsExactly(shadowed("g", "'all'"), unused("n"));
    }

    @Test
    void unusedWhenOptionalOrCatchAllSaysNothing() {
        assertThat(remarks(
                                SampleRule.named("all"),
                                SampleRule.named("o", "none").being(Trait.OPTIONAL),
                                SampleRule.named("p", "g").being(Trait.OPTIONAL),
                                SampleRule.named("c").being(Trait.CATCH_ALL))
                        .unused())
                .isEmpty();
    }

    @Test
    void unusedWhenOnlyBroughtInArtifactsLieInItsLayerSaysNothing() {
        plan.artifacts(LARGE, "i:c:1").tree("> g:a h:b\ng:a > i:c");
        assertThat(remarks(
                                SampleRule.named("t", "g").being(Trait.TRANSITIVE),
                                SampleRule.named("h", "h").being(Trait.TRANSITIVE))
                        .all())
                .isEmpty();
    }

    @Test
    void unusedWhenARuleGivesAFullStandardLayerItsPlaceSaysNothing() {
        assertThat(remarks(SampleRule.named("dependencies", "none")).unused()).isEmpty();
        assertThat(remarks(SampleRule.named("modules", "none")).unused()).containsExactly(unused("modules"));
    }

    @Test
    void unusedWhenTakenOnOnePlatformSaysNothing() {
        plan.on("linux/amd64", "linux/arm64");
        assertThat(remarks(
                                SampleRule.named("first", "g").on("linux/amd64"),
                                SampleRule.named("second", "g"),
                                SampleRule.named("third", "h").on("linux/arm64"))
                        .unused())
                .isEmpty();
    }

    @Test
    void unusedWhenNoImageIsForItsPlatformsSaysThat() {
        assertThat(remarks(SampleRule.named("r", "g").on("linux/arm64", "linux/arm"))
                        .unused())
                .containsExactly(new Problem(
                        "rule-unused",
                        "The rule 'r' is for linux/arm64, linux/arm, and no image is built for them.",
                        "the rule r",
                        "add the platform to <from><platforms>, remove the rule, or set <optional>true</optional>"));
    }

    @Test
    void unusedWhenAnotherTakesItOnTheRulesPlatformNamesThatOneAlone() {
        plan.on("linux/amd64", "linux/arm64");
        assertThat(remarks(
                                SampleRule.named("arm", "g").on("linux/arm64"),
                                SampleRule.named("s", "g").on("linux/arm64"))
                        .unused())
                .containsExactly(shadowed("s", "'arm'"));
    }

    @Test
    void smallTellsOfLayersNotWorthTheirRequest() {
        plan.artifacts(99_999, "i:c:1").artifacts(1, "j:d:1", "k:e:1").artifacts(99_999, "k:f:1");
        assertThat(remarks(
                                SampleRule.named("g", "g"),
                                SampleRule.named("i", "i"),
                                SampleRule.named("j", "j"),
                                SampleRule.named("k", "k"))
                        .small())
                .containsExactly(
                        new Problem(
                                "rule-small",
                                "These layers hold less than 100 kB: 'i' (99 kB), 'j' (0 kB).",
                                "the rule i",
                                "let one rule take the artifacts of several, or set <optional>true</optional> if it is meant so"));
        assertThat(remarks(SampleRule.named("j", "j")).small())
                .extracting(Problem::what)
                .containsExactly("This layer holds less than 100 kB: 'j' (0 kB).");
        assertThat(remarks(SampleRule.named("j", "j").being(Trait.OPTIONAL)).small())
                .isEmpty();
    }

    @Test
    void smallWhenLargeOnOnePlatformSaysNothing() {
        plan.artifacts(5, "g:small:1").on("linux/amd64", "linux/arm64");
        assertThat(remarks(SampleRule.named("amd", "g:a").on("linux/amd64"), SampleRule.named("g", "g"))
                        .small())
                .isEmpty();
    }

    @Test
    void emptyArtifactsTellsOfZipsWithoutEntriesOnce() throws Exception {
        plan.artifacts(22, "e:zip:1")
                .artifacts(0, "e:zero:1")
                .artifacts(23, "e:full:1")
                .on("linux/amd64", "linux/arm64");
        List<Problem> empty = remarks().emptyArtifacts();
        assertThat(empty)
                .extracting(Problem::what)
                .containsExactly("The artifact 'e:zip:1' is empty.", "The artifact 'e:zero:1' is empty.");
        assertThat(empty.get(0))
                .isEqualTo(new Problem(
                        "artifact-empty",
                        "The artifact 'e:zip:1' is empty.",
                        folder.resolve("repository/e_zip_1.jar").toString(),
                        "build or fetch it again, or exclude the dependency"));
    }

    @Test
    void overlapsSaysForEachPairWhichArtifactsBothMatch() {
        plan.artifacts(LARGE, "g:c:1").on("linux/amd64", "linux/arm64");
        assertThat(remarks(SampleRule.named("g", "g"), SampleRule.named("h", "h"), SampleRule.named("all"))
                        .overlaps())
                .containsExactly(
                        "The rule 'all' also matches what 'g' takes: g:a:1, g:c:1.",
                        "The rule 'all' also matches what 'h' takes: h:b:1.");
        assertThat(remarks(SampleRule.named("g", "g"), SampleRule.named("all").being(Trait.CATCH_ALL))
                        .overlaps())
                .isEmpty();
    }
}
