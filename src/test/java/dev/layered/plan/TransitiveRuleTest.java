package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.plan.LayerRule.Trait;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A transitive rule takes along what the project has only because of the artifacts that the rule matches. */
final class TransitiveRuleTest {

    private static SampleRule transitive(String name, String... includes) {
        return SampleRule.named(name, includes).being(Trait.TRANSITIVE);
    }

    private static List<Assignment> assign(String tree, String artifacts, SampleRule... rules) {
        PlanContents contents = SampleContents.of(
                Stream.of(artifacts.split(", ")).map(SampleArtifact::of).toList(),
                SampleRule.rules(rules),
                SampleTree.of(tree));
        return LayerAssignment.assign(contents, Platform.LINUX_AMD64);
    }

    /** Returns artifactId to layer. */
    private static Map<String, String> layers(String tree, String artifacts, SampleRule... rules) {
        Map<String, String> layers = new TreeMap<>();
        assign(tree, artifacts, rules)
                .forEach(assignment ->
                        layers.put(assignment.artifact().coordinates().artifactId(), assignment.layer()));
        return layers;
    }

    @Test
    void assignWhenReachedOnlyThroughMatchedTakesAlong() {
        List<Assignment> assignments =
                assign("> g:a x:z\ng:a > x:b\nx:b > x:c", "g:a:1, x:b:1, x:c:1, x:z:1", transitive("t", "g"));
        assertThat(assignments).extracting(Assignment::layer).containsExactly("t", "t", "t", "dependencies");
        assertThat(assignments)
                .extracting(Assignment::reason)
                .containsExactly(
                        Assignment.Reason.RULE,
                        Assignment.Reason.TRANSITIVE,
                        Assignment.Reason.TRANSITIVE,
                        Assignment.Reason.REST);
        assertThat(assignments.get(1).rule().orElseThrow().name()).isEqualTo("t");
    }

    @Test
    void assignWhenNotTransitiveTakesNothingAlong() {
        assertThat(layers("> g:a\ng:a > x:b", "g:a:1, x:b:1", SampleRule.named("t", "g")))
                .isEqualTo(Map.of("a", "t", "b", "dependencies"));
    }

    @Test
    void assignWhenReachedOtherwiseTooStaysOut() {
        assertThat(layers("> g:a x:z\ng:a > x:b x:d\nx:z > x:b", "g:a:1, x:b:1, x:d:1, x:z:1", transitive("t", "g")))
                .isEqualTo(Map.of("a", "t", "b", "dependencies", "d", "t", "z", "dependencies"));
    }

    @Test
    void assignWhenDirectDependencyTooStaysOutWithAllBelowIt() {
        assertThat(layers("> g:a x:b\ng:a > x:b\nx:b > x:c", "g:a:1, x:b:1, x:c:1", transitive("t", "g")))
                .isEqualTo(Map.of("a", "t", "b", "dependencies", "c", "dependencies"));
    }

    @Test
    void assignWhenDiamondHangsBelowMatchedTakesItWhole() {
        assertThat(layers(
                        "> g:a\ng:a > x:l x:r\nx:l > x:b\nx:r > x:b",
                        "g:a:1, x:l:1, x:r:1, x:b:1",
                        transitive("t", "g")))
                .isEqualTo(Map.of("a", "t", "l", "t", "r", "t", "b", "t"));
    }

    @Test
    void assignWhenEverySideOfADiamondIsMatchedTakesItsFoot() {
        String tree = "> g:a g:b\ng:a > x:c\ng:b > x:c";
        assertThat(layers(tree, "g:a:1, g:b:1, x:c:1", transitive("t", "g")))
                .isEqualTo(Map.of("a", "t", "b", "t", "c", "t"));
        assertThat(layers(tree, "g:a:1, g:b:1, x:c:1", transitive("t", "g:a")))
                .isEqualTo(Map.of("a", "t", "b", "dependencies", "c", "dependencies"));
    }

    @Test
    void assignWhenTwoRulesShareADiamondNeitherTakesItsFoot() {
        assertThat(layers(
                        "> g:a g:b\ng:a > x:c\ng:b > x:c",
                        "g:a:1, g:b:1, x:c:1",
                        transitive("t", "g:a"),
                        transitive("u", "g:b")))
                .isEqualTo(Map.of("a", "t", "b", "u", "c", "dependencies"));
    }

    @Test
    void assignWhenTreeRunsInACircleEnds() {
        assertThat(layers("> g:a\ng:a > x:b\nx:b > x:c\nx:c > x:b g:a", "g:a:1, x:b:1, x:c:1", transitive("t", "g")))
                .isEqualTo(Map.of("a", "t", "b", "t", "c", "t"));
        assertThat(layers("> x:z\nx:z > g:a\ng:a > x:z x:b", "g:a:1, x:b:1, x:z:1", transitive("t", "g")))
                .isEqualTo(Map.of("a", "t", "b", "t", "z", "dependencies"));
    }

    @Test
    void assignWhenMatchedLiesDeepTakesOnlyWhatIsBelowIt() {
        assertThat(layers("> x:z\nx:z > g:a x:y\ng:a > x:b", "g:a:1, x:b:1, x:y:1, x:z:1", transitive("t", "g")))
                .isEqualTo(Map.of("a", "t", "b", "t", "y", "dependencies", "z", "dependencies"));
    }

    @Test
    void assignWhenTreeIsUnknownTakesOnlyWhatMatches() {
        List<ProjectArtifact> artifacts = List.of(SampleArtifact.of("g:a:1"), SampleArtifact.of("x:b:1"));
        PlanContents contents =
                SampleContents.of(artifacts, SampleRule.rules(transitive("t", "g")), DependencyTree.UNKNOWN);
        assertThat(LayerAssignment.assign(contents, Platform.LINUX_AMD64))
                .extracting(Assignment::layer)
                .containsExactly("t", "dependencies");
    }

    @Test
    void assignWhenExcludedOrOfAnotherScopeIsNotTakenAlongButWhatIsBelowItIs() {
        String tree = "> g:a\ng:a > x:b x:c\nx:b > x:d";
        assertThat(layers(
                        tree, "g:a:1, x:b:1, x:c:1, x:d:1", transitive("t", "g").but("x:b")))
                .isEqualTo(Map.of("a", "t", "b", "dependencies", "c", "t", "d", "t"));
        assertThat(layers(
                        tree,
                        "g:a:1, x:b:1 runtime, x:c:1, x:d:1",
                        transitive("t", "g").scopes("compile")))
                .isEqualTo(Map.of("a", "t", "b", "dependencies", "c", "t", "d", "t"));
    }

    @Test
    void assignWhenTheMatchedIsExcludedTakesNothingAlong() {
        assertThat(layers(
                        "> g:a\ng:a > x:b", "g:a:1, x:b:1", transitive("t", "g").but("*:a")))
                .isEqualTo(Map.of("a", "dependencies", "b", "dependencies"));
    }

    @Test
    void assignWhenAnEarlierRuleTakesTheMatchedTakesNothingAlong() {
        assertThat(layers("> g:a\ng:a > x:b", "g:a:1, x:b:1", SampleRule.named("first", "*:a"), transitive("t", "g")))
                .isEqualTo(Map.of("a", "first", "b", "dependencies"));
    }

    @Test
    void assignWhenALaterRuleMatchesWhatIsBroughtInTheLaterTakesIt() {
        List<Assignment> assignments = assign(
                "> g:a\ng:a > x:b\nx:b > x:c",
                "g:a:1, x:b:1, x:c:1",
                transitive("t", "g"),
                SampleRule.named("later", "x:b"));
        assertThat(assignments).extracting(Assignment::layer).containsExactly("t", "later", "t");
        assertThat(assignments.get(1).reason()).isEqualTo(Assignment.Reason.RULE);
    }

    @Test
    void assignWhenTwoRulesBringInTheSameTheFirstTakesItAndTheOtherIsTold() {
        List<Assignment> assignments = assign(
                "> g:a\ng:a > h:b\nh:b > x:c", "g:a:1, h:b:1, x:c:1", transitive("t", "g"), transitive("u", "h"));
        assertThat(assignments).extracting(Assignment::layer).containsExactly("t", "u", "t");
        assertThat(assignments.get(2).alsoMatching()).containsExactly("u");
    }

    @Test
    void assignWhenClassifierDiffersIsAnotherArtifactOfTheTree() {
        assertThat(assign("> g:a\ng:a > x:b:jar:linux:1", "g:a:1, x:b:1, x:b:jar:linux:1", transitive("t", "g")))
                .extracting(Assignment::layer)
                .containsExactly("t", "dependencies", "t");
    }

    @Test
    void assignWhenBroughtInAndModuleOrSnapshotTheRuleTakesIt() {
        assertThat(layers("> g:a\ng:a > x:m x:s", "g:a:1, x:m:1 module, x:s:1-SNAPSHOT", transitive("t", "g")))
                .isEqualTo(Map.of("a", "t", "m", "t", "s", "t"));
    }

    @Test
    void assignWhenTransitiveCatchAllFollowsNothing() {
        assertThat(layers(
                        "> g:a\ng:a > x:b",
                        "g:a:1, x:b:1 module",
                        transitive("t", "g").being(Trait.CATCH_ALL)))
                .isEqualTo(Map.of("a", "t", "b", "modules"));
    }
}
