package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.plan.Assignment.Reason;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The planner where it divides layers. */
final class DividedPlanTest {

    private static final LayeringChoice USUAL = LayeringChoice.DEFAULT;

    private final List<PlacedFile> files =
            new ArrayList<>(List.of(PlacedFile.of(StandardLayer.CLASSES, "classes", "x", "App")));
    private final List<ProjectArtifact> artifacts = new ArrayList<>();
    private LayeringChoice choice = USUAL;

    /** Adds artifacts as {@link SampleArtifact} reads them, all of that size. */
    private DividedPlanTest artifacts(int kilobytes, String... texts) {
        Stream.of(texts)
                .map(SampleArtifact::of)
                .map(artifact -> SampleArtifact.sized(artifact, kilobytes * 1_000L))
                .forEach(artifacts::add);
        return this;
    }

    private DividedPlanTest choice(Strategy strategy, int maxLayers, int imageLayers, String... own) {
        choice = new LayeringChoice(strategy, maxLayers, 4, imageLayers, 40, Set.of(own));
        return this;
    }

    private List<PlatformPlan> plans(SampleRule... rules) {
        List<Platform> platforms = List.of(Platform.LINUX_AMD64, Platform.parse("linux/arm64"));
        PlanContents libraries = SampleContents.of(artifacts, List.of(), DependencyTree.UNKNOWN);
        return LayerPlanner.plan(SampleContents.with(
                SampleContents.of(files, List.of(), platforms, choice),
                SampleContents.artifacts(libraries),
                SampleRule.rules(rules)));
    }

    private static String names(PlatformPlan plan) {
        return String.join(" ", plan.layers().stream().map(PlannedLayer::name).toList());
    }

    private String names(SampleRule... rules) {
        return names(plans(rules).get(0));
    }

    @Test
    void planWhenNothingIsSaidGivesBigGroupIdsALayer() {
        artifacts(200, "org.b:x:1", "org.b:y:2", "org.a:z:1", "h:m:1 module").artifacts(5, "org.c:s:1");
        assertThat(names()).isEqualTo("org.b org.a dependencies modules classes");
        List<Assignment> assignments = plans().get(0).assignments();
        assertThat(assignments)
                .extracting(Assignment::reason)
                .containsExactly(Reason.GROUP_ID, Reason.GROUP_ID, Reason.GROUP_ID, Reason.MODULE, Reason.SMALL);
        assertThat(assignments.get(0).detail())
                .contains(new Assignment.Detail(
                        "dependencies",
                        "each groupId of 100 kB or more has a layer",
                        "org.b, 400 kB, is number 1 of 3 groupIds by size"));
    }

    @Test
    void planWhenModulesAreManyGivesTheBiggestALayer() {
        artifacts(1, "h:a:1 module", "h:b:1 module")
                .artifacts(9, "h:c:1 module", "h:d:1 module", "h:e:1-SNAPSHOT module");
        assertThat(names()).isEqualTo("modules-c modules-d modules-e modules classes");
    }

    @Test
    void planWhenSomethingIsOfTheHouseItGoesWithTheModulesButNotFromARule() {
        choice(Strategy.AUTO, 24, 127, "h").artifacts(9, "h:a:1", "h:m:1 module", "h:s:1-SNAPSHOT");
        assertThat(names()).isEqualTo("snapshots modules-a modules-m classes");
        assertThat(plans().get(0).assignments().get(0).reason()).isEqualTo(Reason.IN_HOUSE);
        assertThat(names(SampleRule.named("rest").being(Trait.CATCH_ALL))).isEqualTo("rest snapshots modules classes");
    }

    @Test
    void planWhenARuleIsForOnePlatformDividesTheRestAlikeOnAll() {
        artifacts(500, "a:a:1", "b:b:1", "c:c:1").artifacts(5, "d:d:1");
        List<PlatformPlan> plans = plans(SampleRule.named("arm", "b").on("linux/arm64"));
        assertThat(names(plans.get(0))).isEqualTo("a b c dependencies classes");
        assertThat(names(plans.get(1))).isEqualTo("a c dependencies arm classes");
        assertThat(plans.get(1).layers())
                .contains(plans.get(0).layers().get(0), plans.get(0).layers().get(2));
    }

    @Test
    void planWhenTwoLayersAreWantedHasTwo() {
        files.add(PlacedFile.of(StandardLayer.START, "start", "x", "start"));
        files.add(PlacedFile.of(StandardLayer.RESOURCES, "resource", "x", "resource"));
        choice(Strategy.TWO, 24, 127).artifacts(500, "a:a:1", "b:b:1-SNAPSHOT", "c:c:1 module");
        PlatformPlan plan = plans().get(0);
        assertThat(names(plan)).isEqualTo("dependencies application");
        assertThat(plan.layers().get(1).paths()).containsExactly("classes", "libs/c_c_1.jar", "resource", "start");
        assertThat(plan.empty()).isEmpty();
        assertThat(names(SampleRule.named("modules").being(Trait.PLACE), SampleRule.named("r", "a")))
                .isEqualTo("dependencies modules r application");
    }

    @Test
    void planWhenEachArtifactIsWantedAloneGivesEachALayerAsFarAsTheyReach() {
        choice(Strategy.PER_ARTIFACT, 127, 127).artifacts(5, "a:x:1", "b:x:1", "b:y:1", "b:classes:1");
        assertThat(names()).isEqualTo("x classes-2 x-2 y classes");
        choice(Strategy.PER_ARTIFACT, 3, 127);
        assertThat(names()).isEqualTo("x classes-2 dependencies classes");
        assertThat(names(SampleRule.named("r", "b").being(Trait.PER_ARTIFACT)))
                .isEqualTo("dependencies r-classes r-x r-y classes");
    }

    @Test
    void planWhenLayersRunOutFoldsTheSmallestAndSaysWhy() {
        for (int i = 0; i < 30; i++) {
            artifacts(200 + i, "g" + i + ":a:1");
            artifacts(200 + i, "r:r" + i + ":1");
        }
        SampleRule alone = SampleRule.named("r", "r").being(Trait.PER_ARTIFACT);
        choice(Strategy.AUTO, 24, 40);
        PlatformPlan plan = plans(alone).get(0);
        assertThat(plan.layers()).hasSize(40 - 4);
        assertThat(plan.in("r").get(0).detail().orElseThrow().layer())
                .isEqualTo("the 12 biggest of 30 artifacts have a layer each, as the image may have 40 layers;"
                        + " the others share this one");
        choice(Strategy.AUTO, 24, 2);
        assertThat(names(alone)).isEqualTo("dependencies r classes");
    }

    @Test
    void planWhenALayerOfARuleHasTheNameOfAGroupIdKeepsBoth() {
        artifacts(500, "a:a:1", "b:b:1", "r:r:1");
        assertThat(names(SampleRule.named("a", "r"))).isEqualTo("a-2 b a classes");
        assertThat(names(SampleRule.named("dependencies", "r"))).isEqualTo("a b dependencies classes");
    }
}
