package dev.layered.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.LayerRule.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a change of any rules never does. The timeout only stops an endless loop. */
@Timeout(120)
final class RuleChangePropertiesTest {

    /** Shows a round's contents to the check, which may ask chance for more. */
    private static void always(long seed, BiConsumer<PlanContents, RandomPlans> check) {
        RandomPlans random = new RandomPlans(seed);
        for (int round = 0; round < 1_500; round++) {
            check.accept(random.contents(), random);
        }
    }

    private static List<PlatformPlan> plan(PlanContents contents, List<LayerRule> rules) {
        return LayerPlanner.plan(SampleContents.with(contents, SampleContents.artifacts(contents), rules));
    }

    @Test
    void placeOfTheCatchAllChangesNothingButTheOrder() {
        always(26, (contents, random) -> {
            Optional<LayerRule> catchAll = contents.rules().stream()
                    .filter(rule -> rule.is(Trait.CATCH_ALL))
                    .findFirst();
            if (catchAll.isEmpty()) {
                return;
            }
            List<LayerRule> moved = new ArrayList<>(contents.rules());
            moved.remove(catchAll.get());
            moved.add(random.below(moved.size() + 1), catchAll.get());
            List<PlatformPlan> first = plan(contents, contents.rules());
            List<PlatformPlan> second = plan(contents, moved);
            for (int i = 0; i < first.size(); i++) {
                assertThat(second.get(i).assignments()).isEqualTo(first.get(i).assignments());
                assertThat(second.get(i).layers())
                        .containsExactlyInAnyOrderElementsOf(first.get(i).layers());
            }
        });
    }

    @Test
    void ruleThatMatchesNothingChangesOnlyTheListOfEmptyLayers() {
        LayerRule nothing = SampleRule.named("nothing", "no.such.group")
                .being(Trait.TRANSITIVE)
                .rule();
        always(27, (contents, random) -> {
            List<LayerRule> more = new ArrayList<>(contents.rules());
            more.add(random.below(more.size() + 1), nothing);
            List<PlatformPlan> first = plan(contents, contents.rules());
            List<PlatformPlan> second = plan(contents, more);
            for (int i = 0; i < first.size(); i++) {
                assertThat(second.get(i).assignments()).isEqualTo(first.get(i).assignments());
                assertThat(second.get(i).layers()).isEqualTo(first.get(i).layers());
                assertThat(second.get(i).empty())
                        .contains("nothing")
                        .filteredOn(name -> !name.equals("nothing"))
                        .isEqualTo(first.get(i).empty());
            }
        });
    }
}
