package dev.layered.plan;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.plan.LayerRule.Trait;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The planner with rules. */
final class RuledPlanTest {

    private static final List<Platform> TWO = List.of(Platform.LINUX_AMD64, Platform.parse("linux/arm64"));

    private static List<PlatformPlan> plan(List<PlacedArtifact> artifacts, SampleRule... rules) {
        List<PlacedFile> files = List.of(PlacedFile.of(StandardLayer.CLASSES, "classes/App.class", "x", "App.class"));
        PlanContents contents = SampleContents.of(files, TWO);
        return LayerPlanner.plan(SampleContents.with(contents, artifacts, SampleRule.rules(rules)));
    }

    private static List<PlacedArtifact> artifacts(String... texts) {
        return Stream.of(texts)
                .map(SampleArtifact::of)
                .map(artifact -> PlacedArtifact.of(
                        artifact, "libs/" + artifact.coordinates().artifactId(), Content.Form.AS_IS))
                .toList();
    }

    private static String text(PlatformPlan plan) {
        return String.join(
                "; ",
                plan.layers().stream()
                        .map(layer -> layer.name() + " "
                                + String.join(
                                        " ",
                                        layer.entries().stream()
                                                .map(LayerEntry::path)
                                                .toList()))
                        .toList());
    }

    @Test
    void planPutsLayersWhereTheRulesStandAndTheRestBelow() {
        List<PlatformPlan> plans = plan(
                artifacts("h:z:1", "g:b:1", "g:a:1", "i:c:1", "j:m:1 module"),
                SampleRule.named("i", "i"),
                SampleRule.named("none", "none"),
                SampleRule.named("g", "g"));
        assertThat(text(plans.get(0)))
                .isEqualTo("dependencies libs/z; i libs/c; g libs/a libs/b; modules libs/m; classes"
                        + " classes/App.class");
        assertThat(plans.get(0).empty()).containsExactly("none", "snapshots", "resources", "start");
        assertThat(plans.get(0).in("g"))
                .extracting(assignment -> assignment.artifact().coordinates().artifactId())
                .containsExactly("b", "a");
        assertThat(plans.get(0).layers()).isEqualTo(plans.get(1).layers());
    }

    @Test
    void planWhenRuleIsForOnePlatformPlansThemDifferently() {
        List<PlatformPlan> plans = plan(
                artifacts("g:a:1", "h:b:1"),
                SampleRule.named("arm", "g").on("linux/arm64"),
                SampleRule.named("rest").being(Trait.CATCH_ALL));
        assertThat(text(plans.get(0))).isEqualTo("rest libs/a libs/b; classes classes/App.class");
        assertThat(text(plans.get(1))).isEqualTo("arm libs/a; rest libs/b; classes classes/App.class");
        assertThat(plans.get(0).empty()).containsExactly("dependencies", "snapshots", "modules", "resources", "start");
        assertThat(plans.get(0).layers().get(1)).isEqualTo(plans.get(1).layers().get(2));
    }

    @Test
    void planWhenRuleForOnePlatformBearsAStandardNameMovesItOnlyThere() {
        List<PlatformPlan> plans = plan(
                artifacts("g:a:1", "h:m:1 module", "i:s:1-SNAPSHOT"),
                SampleRule.named("modules", "g").on("linux/arm64"));
        assertThat(text(plans.get(0)))
                .isEqualTo("dependencies libs/a; snapshots libs/s; modules libs/m; classes classes/App.class");
        assertThat(text(plans.get(1))).isEqualTo("modules libs/a libs/m; snapshots libs/s; classes classes/App.class");
    }

    @Test
    void planWhenRuleBearsAStandardNameMergesItWithThatLayer() {
        List<PlatformPlan> plans = plan(
                artifacts("g:a:1", "h:b:1", "i:c:1"),
                SampleRule.named("i", "i"),
                SampleRule.named("dependencies", "g"));
        assertThat(text(plans.get(0))).isEqualTo("i libs/c; dependencies libs/a libs/b; classes classes/App.class");
    }

    @Test
    void planWhenArtifactsOrAFileShareAPathTellsOfAll() {
        List<PlacedArtifact> clash = List.of(
                PlacedArtifact.of(SampleArtifact.of("g:a:1"), "libs/a", Content.Form.AS_IS),
                PlacedArtifact.of(SampleArtifact.of("h:a:1"), "libs/a", Content.Form.AS_IS),
                PlacedArtifact.of(SampleArtifact.of("i:b:1"), "classes/App.class", Content.Form.AS_IS));
        assertFailure(() -> plan(clash, SampleRule.named("g", "g")))
                .hasIds("path-twice", "path-twice")
                .isMistake()
                .problem(0)
                .what("Two files would stand at '/libs/a' of the image.")
                .where("h:a:1 and g:a:1")
                .fix("remove or rename one of the two, or set <override>true</override> on the <path> of an extra"
                        + " directory that is to win");
        assertFailure(() -> plan(clash)).problem(1).where("i:b:1 and App.class");
    }
}
