package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.plan.Assignment.Reason;
import dev.layered.plan.LayerRule.Trait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LayerAssignmentTest {

    private static Assignment of(String artifact, SampleRule... rules) {
        return on(Platform.LINUX_AMD64, artifact, rules);
    }

    private static Assignment on(Platform platform, String artifact, SampleRule... rules) {
        PlanContents contents = SampleContents.of(
                List.of(SampleArtifact.of(artifact)), SampleRule.rules(rules), DependencyTree.UNKNOWN);
        PlanContents there = contents.with(Map.of(platform, contents.classPath(Platform.LINUX_AMD64)), Trust.NONE);
        return LayerAssignment.assign(there, platform).get(0);
    }

    @Test
    void assignWhenNoRuleTakesItGoesToTheStandardLayers() {
        assertThat(of("g:a:1")).extracting("layer", "reason").containsExactly("dependencies", Reason.REST);
        assertThat(of("g:a:1-SNAPSHOT")).extracting("layer", "reason").containsExactly("snapshots", Reason.SNAPSHOT);
        assertThat(of("g:a:1-SNAPSHOT module")).extracting("layer", "reason").containsExactly("modules", Reason.MODULE);
        assertThat(of("g:a:1").rule()).isEmpty();
    }

    @Test
    void assignWhenSeveralRulesMatchTheFirstTakesItAndTheOthersAreTold() {
        Assignment assignment = of(
                "g:a:1",
                SampleRule.named("none", "h"),
                SampleRule.named("first", "g"),
                SampleRule.named("second", "h"),
                SampleRule.named("third", "*:a"),
                SampleRule.named("fourth"));
        assertThat(assignment.layer()).isEqualTo("first");
        assertThat(assignment.alsoMatching()).containsExactly("third", "fourth");
        assertThat(assignment.rule().orElseThrow().place()).isEqualTo("the rule first");
    }

    @Test
    void assignWhenARuleOnlyGivesAPlaceItTakesNothingItself() {
        SampleRule modules = SampleRule.named("modules").being(Trait.PLACE);
        assertThat(of("g:a:1", modules).layer()).isEqualTo("dependencies");
        assertThat(of("g:a:1 module", modules)).extracting("layer", "reason").containsExactly("modules", Reason.MODULE);
    }

    @Test
    void assignWhenExcludedOrOfAnotherScopeIsNotTaken() {
        assertThat(of("g:a:1", SampleRule.named("r", "g").but("*:a")).layer()).isEqualTo("dependencies");
        assertThat(of("g:a:1", SampleRule.named("r", "g").but("*:b")).layer()).isEqualTo("r");
        assertThat(of("g:a:1 runtime", SampleRule.named("r", "g").scopes("compile", "system"))
                        .layer())
                .isEqualTo("dependencies");
        assertThat(of("g:a:1 system", SampleRule.named("r").scopes("compile", "system"))
                        .layer())
                .isEqualTo("r");
    }

    @Test
    void assignWhenRuleMatchesAModuleOrSnapshotTheRuleTakesIt() {
        assertThat(of("g:a:1-SNAPSHOT module", SampleRule.named("r", "g")).layer())
                .isEqualTo("r");
        assertThat(of("g:a:1-SNAPSHOT", SampleRule.named("r", "g:*:*-SNAPSHOT")).layer())
                .isEqualTo("r");
    }

    @Test
    void assignWhenCatchAllStandsFirstItTakesOnlyWhatNobodyElseDoes() {
        SampleRule rest = SampleRule.named("rest").being(Trait.CATCH_ALL);
        assertThat(of("g:a:1", rest, SampleRule.named("r", "g")).layer()).isEqualTo("r");
        assertThat(of("g:a:1", rest, SampleRule.named("r", "g")).alsoMatching()).isEmpty();
        assertThat(of("h:a:1", rest, SampleRule.named("r", "g")))
                .extracting("layer", "reason")
                .containsExactly("rest", Reason.CATCH_ALL);
        assertThat(of("h:a:1", rest).rule().orElseThrow().name()).isEqualTo("rest");
        assertThat(of("h:a:1-SNAPSHOT", rest).layer()).isEqualTo("snapshots");
        assertThat(of("h:a:1 module", rest).layer()).isEqualTo("modules");
    }

    @Test
    void assignWhenCatchAllHasPatternsLeavesTheRestToTheDependencies() {
        SampleRule rest = SampleRule.named("rest", "g*").but("*:b").being(Trait.CATCH_ALL);
        assertThat(of("g:a:1", rest).layer()).isEqualTo("rest");
        assertThat(of("g:b:1", rest).layer()).isEqualTo("dependencies");
        assertThat(of("h:a:1", rest).layer()).isEqualTo("dependencies");
    }

    @Test
    void assignWhenRuleIsForOtherPlatformsIsAsIfItWereNotThere() {
        SampleRule rule = SampleRule.named("arm", "g").on("linux/arm64", "linux/arm");
        SampleRule later = SampleRule.named("later", "g");
        assertThat(of("g:a:1", rule).layer()).isEqualTo("dependencies");
        assertThat(of("g:a:1", rule, later)).extracting("layer", "alsoMatching").containsExactly("later", List.of());
        assertThat(on(Platform.parse("linux/arm64/v8"), "g:a:1", rule, later).layer())
                .isEqualTo("arm");
        assertThat(on(Platform.parse("linux/arm/v7"), "g:a:1", rule).layer()).isEqualTo("arm");
        assertThat(on(Platform.parse("linux/arm/v6"), "g:a:1", rule).layer()).isEqualTo("dependencies");
        SampleRule rest = SampleRule.named("rest").on("linux/arm64").being(Trait.CATCH_ALL);
        assertThat(of("g:a:1", rest).layer()).isEqualTo("dependencies");
    }

    @Test
    void assignWhenRuleBearsTheNameOfAStandardLayerBothGoThere() {
        SampleRule snapshots = SampleRule.named("snapshots", "g");
        assertThat(of("g:a:1", snapshots)).extracting("layer", "reason").containsExactly("snapshots", Reason.RULE);
        assertThat(of("h:a:1-SNAPSHOT", snapshots))
                .extracting("layer", "reason")
                .containsExactly("snapshots", Reason.SNAPSHOT);
        assertThat(of("h:a:1", snapshots).layer()).isEqualTo("dependencies");
    }
}
