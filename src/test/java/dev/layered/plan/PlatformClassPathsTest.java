package dev.layered.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.plan.Assignment.Reason;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The planner where platforms have different class paths. */
final class PlatformClassPathsTest {

    private static final Platform AMD = Platform.LINUX_AMD64;
    private static final Platform ARM = Platform.parse("linux/arm64");

    private final Map<Platform, ClassPath> paths = new LinkedHashMap<>();
    private DependencyTree tree = DependencyTree.UNKNOWN;
    private LayeringChoice layering = LayeringChoice.DEFAULT;
    private int bytes = 5_000;

    /** Takes that class path, which starts the application. */
    private void on(Platform platform, PlacedArtifact... artifacts) {
        Launch launch = new Launch(
                "app/classpath", List.of("/app/classes"), Optional.of(new Launch.Command.Java(List.of(), true, "App")));
        paths.put(platform, new ClassPath(List.of(artifacts), List.of(), Optional.of(launch)));
    }

    private PlacedArtifact library(String text) {
        return placed(SampleArtifact.of(text));
    }

    /** Returns an artifact that stands for another of the tree, for one platform alone. */
    private PlacedArtifact natives(String text, String inPlaceOf) {
        return placed(SampleArtifact.of(text)
                .because(new ArtifactOrigin(true, Optional.of(SampleArtifact.coordinates(inPlaceOf)), "for it")));
    }

    private PlacedArtifact placed(ProjectArtifact artifact) {
        ProjectArtifact sized = new ProjectArtifact(
                artifact.coordinates(), "jar", artifact.scope(), false, artifact.file(), bytes, artifact.origin());
        return PlacedArtifact.of(sized, "app/libs/" + sized.fileName());
    }

    private List<PlatformPlan> plans(SampleRule... rules) {
        List<PlacedFile> files = List.of(PlacedFile.of(StandardLayer.CLASSES, "app/classes/App.class", "x", "App"));
        return LayerPlanner.plan(
                new PlanContents(files, paths, SampleRule.rules(rules), tree, layering, CompressionChoice.DEFAULT));
    }

    private static String names(PlatformPlan plan) {
        return String.join(" ", plan.layers().stream().map(PlannedLayer::name).toList());
    }

    private static PlannedLayer layer(PlatformPlan plan, String name) {
        return plan.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String classpath(PlatformPlan plan) {
        LayerEntry file = layer(plan, "start").entries().stream()
                .filter(entry -> entry.path().equals("app/classpath"))
                .findFirst()
                .orElseThrow();
        return new String(((Content.OfBytes) file.content()).bytes(), UTF_8);
    }

    private static Stream<Reason> reasons(PlatformPlan plan) {
        return plan.assignments().stream().map(Assignment::reason);
    }

    private void twoPlatforms() {
        on(AMD, library("g:z:1"), natives("n:jni:jar:x86:1", "n:jni:1"), library("g:a:1"));
        on(ARM, library("g:z:1"), natives("n:jni:jar:arm:1", "n:jni:1"), library("g:a:1"));
    }

    @Test
    void planPutsWhatIsForAPlatformIntoNativesAndSharesTheRest() {
        twoPlatforms();
        List<PlatformPlan> plans = plans();
        assertThat(plans).extracting(PlatformPlan::platform).containsExactly(AMD, ARM);
        assertThat(plans).extracting(PlatformClassPathsTest::names).containsOnly("dependencies natives classes start");
        assertThat(layer(plans.get(0), "natives").paths()).containsExactly("app/libs/jni-1-x86.jar");
        assertThat(layer(plans.get(1), "natives").paths()).containsExactly("app/libs/jni-1-arm.jar");
        for (String shared : List.of("dependencies", "classes")) {
            assertThat(layer(plans.get(0), shared)).isEqualTo(layer(plans.get(1), shared));
        }
        assertThat(reasons(plans.get(0))).containsExactly(Reason.SMALL, Reason.NATIVE, Reason.SMALL);
    }

    @Test
    void planWritesTheClassPathOfEachPlatformInMavensOrder() {
        twoPlatforms();
        List<PlatformPlan> plans = plans();
        assertThat(classpath(plans.get(0)))
                .isEqualTo("/app/classes:/app/libs/z-1.jar:/app/libs/jni-1-x86.jar:/app/libs/a-1.jar");
        assertThat(classpath(plans.get(1)))
                .isEqualTo("/app/classes:/app/libs/z-1.jar:/app/libs/jni-1-arm.jar:/app/libs/a-1.jar");
        assertThat(layer(plans.get(0), "start")).isNotEqualTo(layer(plans.get(1), "start"));
    }

    @Test
    void planWhenOnlyOnePlatformHasNativesLeavesThemOutOfTheOtherAndMissesThemNowhere() {
        on(AMD, library("g:a:1"), natives("n:jni:jar:x86:1", "n:jni:1"));
        on(ARM, library("g:a:1"));
        List<PlatformPlan> plans = plans();
        assertThat(plans)
                .extracting(PlatformClassPathsTest::names)
                .containsExactly("dependencies natives classes start", "dependencies classes start");
        assertThat(plans).extracting(PlatformPlan::empty).containsOnly(List.of("snapshots", "modules", "resources"));
    }

    @Test
    void planWhenNativesAreBigDividesThemLikeDependenciesUnderTheirName() {
        bytes = 500_000;
        on(AMD, natives("n:jni:jar:x86:1", "n:jni:1"), natives("o:io:jar:x86:1", "o:io:1"), library("o:io:1"));
        on(ARM, natives("n:jni:jar:arm:1", "n:jni:1"), natives("o:io:jar:arm:1", "o:io:1"), library("o:io:1"));
        List<PlatformPlan> plans = plans();
        assertThat(plans)
                .extracting(PlatformClassPathsTest::names)
                .containsOnly("dependencies natives-n natives-o classes start");
        assertThat(layer(plans.get(1), "natives-o").paths()).containsExactly("app/libs/io-1-arm.jar");
    }

    @Test
    void planWhenTwoLayersAreWantedPutsNativesIntoDependencies() {
        layering = new LayeringChoice(Strategy.TWO, 24, 4, 127, 40, Set.of());
        twoPlatforms();
        assertThat(plans()).extracting(PlatformClassPathsTest::names).containsOnly("dependencies application");
    }

    @Test
    void planWhenARuleTakesNativesPutsThemThere() {
        twoPlatforms();
        PlatformPlan ruled = plans(SampleRule.named("jni", "n:jni")).get(1);
        assertThat(names(ruled)).isEqualTo("dependencies jni classes start");
        assertThat(reasons(ruled)).containsExactly(Reason.SMALL, Reason.RULE, Reason.SMALL);
        PlatformPlan rest =
                plans(SampleRule.named("rest").being(Trait.CATCH_ALL)).get(1);
        assertThat(names(rest)).isEqualTo("rest classes start");
        PlatformPlan placed = plans(
                        SampleRule.named("a", "g:a"),
                        SampleRule.named("natives").being(Trait.PLACE))
                .get(0);
        assertThat(names(placed)).isEqualTo("dependencies a natives classes start");
    }

    @Test
    void planWhenARuleIsTransitiveFollowsTheArtifactThatNativesStandFor() {
        tree = SampleTree.of("> g:z g:a\ng:a > n:jni");
        twoPlatforms();
        PlatformPlan plan =
                plans(SampleRule.named("t", "g:a").being(Trait.TRANSITIVE)).get(0);
        assertThat(layer(plan, "t").paths()).containsExactly("app/libs/a-1.jar", "app/libs/jni-1-x86.jar");
        assertThat(reasons(plan)).containsExactly(Reason.SMALL, Reason.TRANSITIVE, Reason.RULE);
    }

    @Test
    void planWhenNativesAreSnapshotsOrOfTheHouseGoesByThat() {
        layering = new LayeringChoice(Strategy.AUTO, 24, 4, 127, 40, Set.of("h"));
        on(AMD, natives("n:jni:jar:x86:1-SNAPSHOT", "n:jni:1-SNAPSHOT"), natives("h:own:jar:x86:1", "h:own:1"));
        assertThat(reasons(plans().get(0))).containsExactly(Reason.SNAPSHOT, Reason.IN_HOUSE);
        assertThat(names(plans().get(0))).isEqualTo("snapshots modules classes start");
    }

    @Test
    void planWhenTheBaseHasAnArtifactPutsItIntoNoLayerAndKeepsItsPlaceOnTheClassPath() {
        on(AMD, library("g:z:1"), library("g:held:1").inBase("opt/libs/held.jar"), library("g:a:1"));
        on(ARM, library("g:z:1"), library("g:held:1"), library("g:a:1"));
        List<PlatformPlan> plans = plans(SampleRule.named("all", "g:held"));
        assertThat(names(plans.get(0))).isEqualTo("dependencies classes start");
        assertThat(names(plans.get(1))).isEqualTo("dependencies all classes start");
        assertThat(plans.get(0).layers())
                .flatExtracting(PlannedLayer::paths)
                .doesNotContain("opt/libs/held.jar", "app/libs/held-1.jar");
        assertThat(layer(plans.get(0), "dependencies")).isEqualTo(layer(plans.get(1), "dependencies"));
        assertThat(classpath(plans.get(0)))
                .isEqualTo("/app/classes:/app/libs/z-1.jar:/opt/libs/held.jar:/app/libs/a-1.jar");
        Assignment held = plans.get(0).assignments().get(1);
        assertThat(held.reason()).isEqualTo(Reason.BASE);
        assertThat(held.layer()).isEqualTo(Assignment.OF_BASE);
        assertThat(held.rule()).isEmpty();
    }

    @Test
    void imagePlanWithOtherClassPathsPlansAnewAndStartsEachPlatformByItsOwn() {
        twoPlatforms();
        PlanContents contents =
                new PlanContents(List.of(), paths, List.of(), tree, layering, CompressionChoice.DEFAULT);
        ImagePlan plan = SamplePlan.of(contents);
        assertThat(plan.of(contents.with(paths, Trust.NONE))).isSameAs(plan);
        Map<Platform, ClassPath> others = new LinkedHashMap<>(paths);
        others.put(
                AMD,
                paths.get(AMD)
                        .moved(placed ->
                                placed.inBase("opt/" + placed.artifact().fileName())));
        ImagePlan changed = plan.of(contents.with(others, Trust.NONE));
        assertThat(names(changed.platforms().get(0))).isEqualTo("start");
        assertThat(changed.platforms().get(1).layers())
                .isEqualTo(plan.platforms().get(1).layers());
        assertThat(changed.runtime(AMD).entrypoint())
                .contains(List.of("java", "-cp", "/app/classes:/opt/z-1.jar:/opt/jni-1-x86.jar:/opt/a-1.jar", "App"));
        assertThat(changed.runtime(ARM).entrypoint())
                .isEqualTo(plan.runtime(ARM).entrypoint());
    }
}
