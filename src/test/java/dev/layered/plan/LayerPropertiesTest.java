package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.layer.LayerEntry;
import dev.layered.plan.Assignment.Reason;
import dev.layered.plan.LayerRule.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for any artifacts and any rules. The timeout only stops an endless loop. */
@Timeout(120)
final class LayerPropertiesTest {

    private static final int ROUNDS = 1_500;

    /** Shows a round's contents to the check, which may ask chance for more. */
    private static void always(long seed, BiConsumer<PlanContents, RandomPlans> check) {
        RandomPlans random = new RandomPlans(seed);
        for (int round = 0; round < ROUNDS; round++) {
            check.accept(random.contents(), random);
        }
    }

    private static List<PlatformPlan> plan(PlanContents contents) {
        return LayerPlanner.plan(contents);
    }

    private static PlanContents with(PlanContents contents, List<PlacedArtifact> artifacts) {
        return SampleContents.with(contents, artifacts, List.copyOf(contents.rules()));
    }

    @Test
    void everyArtifactIsInExactlyOneLayerOfEachPlatform() {
        always(21, (contents, random) -> {
            for (PlatformPlan platform : plan(contents)) {
                assertThat(platform.layers().stream()
                                .flatMap(layer -> layer.entries().stream())
                                .map(LayerEntry::path)
                                .filter(path -> path.startsWith("libs/")))
                        .containsExactlyInAnyOrderElementsOf(SampleContents.artifacts(contents).stream()
                                .map(placed -> placed.entry().path())
                                .toList());
                assertThat(platform.assignments())
                        .extracting(Assignment::artifact)
                        .isEqualTo(SampleContents.artifacts(contents).stream()
                                .map(PlacedArtifact::artifact)
                                .toList());
                for (Assignment assignment : platform.assignments()) {
                    String path = "libs/" + assignment.artifact().file().getFileName();
                    assertThat(layer(platform, assignment.layer()).entries())
                            .extracting(LayerEntry::path)
                            .contains(path);
                }
            }
        });
    }

    private static PlannedLayer layer(PlatformPlan platform, String name) {
        return platform.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void layersAndEmptyOnesTogetherAreAllOnceInTheirOrder() {
        always(22, (contents, random) -> {
            for (PlatformPlan platform : plan(contents)) {
                List<LayerRule> rules = contents.rulesFor(platform.platform());
                StandardPlaces places = new StandardPlaces(contents.layering().strategy(), rules);
                List<String> order = LayerOrder.of(rules, Set.of()).stream()
                        .map(places::of)
                        .distinct()
                        .toList();
                Map<String, String> divided = new HashMap<>();
                platform.assignments().forEach(assignment -> divided.put(assignment.layer(), assignment.undivided()));
                List<String> full =
                        platform.layers().stream().map(PlannedLayer::name).toList();
                assertThat(full).doesNotHaveDuplicates().noneMatch(platform.empty()::contains);
                List<String> undivided = full.stream()
                        .map(name -> divided.getOrDefault(name, name))
                        .distinct()
                        .toList();
                assertThat(undivided)
                        .isEqualTo(order.stream().filter(undivided::contains).toList());
                List<String> both = new ArrayList<>(undivided);
                both.addAll(platform.empty());
                both.addAll(List.of("ca-certificates", "natives")); // which nobody misses
                assertThat(both).containsAll(order);
                assertThat(platform.layers())
                        .allSatisfy(layer -> assertThat(layer.entries()).isNotEmpty());
            }
        });
    }

    @Test
    void orderOfArtifactsChangesNeitherAssignmentsNorLayers() {
        always(23, (contents, random) -> {
            List<PlatformPlan> first = plan(contents);
            List<PlatformPlan> second = plan(with(contents, random.shuffled(SampleContents.artifacts(contents))));
            for (int i = 0; i < first.size(); i++) {
                assertThat(second.get(i).layers()).isEqualTo(first.get(i).layers());
                assertThat(second.get(i).empty()).isEqualTo(first.get(i).empty());
                assertThat(new HashSet<>(second.get(i).assignments()))
                        .isEqualTo(new HashSet<>(first.get(i).assignments()));
            }
        });
    }

    @Test
    void equalContentsGiveEqualPlans() {
        always(
                24,
                (contents, random) -> assertThat(plan(with(contents, List.copyOf(SampleContents.artifacts(contents)))))
                        .isEqualTo(plan(contents))
                        .hasSameHashCodeAs(plan(contents)));
    }

    /** The order of configuration.md, once more and differently. */
    @Test
    void firstMatchingRuleWinsAndThenModulesSnapshotsAndTheCatchAll() {
        always(25, (contents, random) -> {
            for (PlatformPlan platform : plan(contents)) {
                List<LayerRule> rules = contents.rules().stream()
                        .filter(rule -> rule.isFor(platform.platform()))
                        .toList();
                for (Assignment assignment : platform.assignments()) {
                    Optional<LayerRule> first = rules.stream()
                            .filter(rule -> !rule.is(Trait.CATCH_ALL))
                            .filter(rule -> rule.matches(assignment.artifact()))
                            .findFirst();
                    if (first.isPresent()) {
                        assertThat(assignment.rule()).isEqualTo(first);
                        assertThat(assignment.reason()).isEqualTo(Reason.RULE);
                        assertThat(assignment.undivided()).isEqualTo(first.get().name());
                    } else if (assignment.reason() == Reason.TRANSITIVE) {
                        assertThat(assignment.rule().orElseThrow().is(Trait.TRANSITIVE))
                                .isTrue();
                    } else {
                        assertThat(standard(assignment, rules, contents.layering()))
                                .contains(assignment.reason());
                    }
                }
            }
        });
    }

    private static Set<Reason> standard(Assignment assignment, List<LayerRule> rules, LayeringChoice layering) {
        ProjectArtifact artifact = assignment.artifact();
        if (artifact.isModule()) {
            return Set.of(Reason.MODULE);
        }
        if (artifact.isSnapshot()) {
            return Set.of(Reason.SNAPSHOT);
        }
        if (rules.stream().anyMatch(rule -> rule.is(Trait.CATCH_ALL) && rule.matches(artifact))) {
            return Set.of(Reason.CATCH_ALL);
        }
        if (layering.ownGroupIds().contains(artifact.coordinates().groupId())) {
            return Set.of(Reason.IN_HOUSE);
        }
        return switch (layering.strategy()) {
            case AUTO -> Set.of(Reason.GROUP_ID, Reason.SMALL);
            case TWO -> Set.of(Reason.REST);
            case PER_ARTIFACT -> Set.of(Reason.ALONE, Reason.SMALL);
        };
    }

    @Test
    void rulesThatAlsoMatchStandInTheirOrderAndNeverNameTheTaker() {
        always(28, (contents, random) -> {
            List<String> order = contents.rules().stream().map(LayerRule::name).toList();
            for (PlatformPlan platform : plan(contents)) {
                for (Assignment assignment : platform.assignments()) {
                    assertThat(assignment.alsoMatching())
                            .doesNotContain(assignment.undivided())
                            .isEqualTo(order.stream()
                                    .filter(assignment.alsoMatching()::contains)
                                    .toList());
                }
            }
        });
    }
}
