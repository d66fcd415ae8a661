package dev.layered.suggest;

import static dev.layered.suggest.PastSample.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.ProposedLayer;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.LayeringChoice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RemarksTest {

    private static List<String> remarks(List<PastImage> history, List<LayerRule> rules, int layers) {
        return new Remarks(history, history.get(history.size() - 1))
                .all(ImageDivision.ofJib(), rules, LayeringChoice.DEFAULT, layers);
    }

    @Test
    void jarWhenItAloneMovesALayerIsNamed() {
        List<PastImage> history = List.of(
                image("big:1:4000000", "busy:1:1000"),
                image("big:1:4000000", "busy:2:1000"),
                image("big:1:4000000", "busy:3:1000"),
                image("big:2:4000000", "busy:4:1000"));
        assertThat(remarks(history, List.of(), 5))
                .containsExactly(
                        "busy:busy-all was all that changed in its automatic layer in 2 of 3 releases, and moved"
                                + " 4.0 MB of other jars each time.");
    }

    @Test
    void layersWhenNearTheMostAreTold() {
        List<PastImage> history = List.of(image("a:1:1"), image("a:1:1"));
        assertThat(remarks(history, List.of(), 107)).isEmpty();
        assertThat(remarks(history, List.of(), 108)).singleElement().asString().contains("108 layers", "127 in all");
    }

    @Test
    void ruleWhenTransitiveIsNamed() {
        LayerRule plain = Suggestions.rule(new ProposedLayer("web", List.of("a"), List.of(), 1, 1, 0));
        LayerRule transitive = new LayerRule(
                plain.name(),
                plain.includes(),
                plain.excludes(),
                plain.scopes(),
                plain.platforms(),
                Set.of(Trait.TRANSITIVE),
                plain.place());
        assertThat(remarks(List.of(image("a:1:1")), List.of(plain, transitive), 2))
                .containsExactly("Rules with <transitive> are replayed without what they bring along: web.");
    }
}
