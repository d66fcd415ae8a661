package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayerRule.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form, {@code name=pattern|pattern}. */
final class DepLayerShortFormTest {

    private final ReadingProbe probe = new ReadingProbe();

    private List<LayerRule> rules(DepLayerParameters... layers) {
        return DepLayerParameters.rules(List.of(layers), probe.at("depLayers"));
    }

    private LayerRule rule(DepLayerParameters layer) {
        LayerRule rule = rules(layer).get(0);
        probe.assertNoMistake();
        return rule;
    }

    private FailureAssert mistakes(DepLayerParameters... layers) {
        rules(layers);
        return probe.assertMistakes();
    }

    private static DepLayerParameters shortly(String text) {
        DepLayerParameters layer = new DepLayerParameters();
        layer.set(text);
        return layer;
    }

    @Test
    void setWhenPatternsAreGivenReadsThem() {
        LayerRule rule = rule(shortly("web=org.a*:*|b:c:jar:linux:1"));
        assertThat(rule.name()).isEqualTo("web");
        assertThat(rule.includes()).hasToString("[org.a*:*, b:c:jar:linux:1]");
        assertThat(rule.traits()).isEmpty();
    }

    @Test
    void setWhenStarAloneIsTheCatchAll() {
        LayerRule rule = rule(shortly("rest=*"));
        assertThat(rule.name()).isEqualTo("rest");
        assertThat(rule.includes()).isEmpty();
        assertThat(rule.traits()).containsExactly(Trait.CATCH_ALL);
        assertThat(rule(shortly("rest=*|g:a")).traits()).isEmpty();
    }

    @Test
    void setWhenAPatternIsEmptyOrBadTellsIt() {
        mistakes(shortly("web=a||b c"))
                .hasIds("artifact-pattern", "artifact-pattern")
                .isMistake()
                .problem(0)
                .what("'' is not a pattern of artifacts.");
        probe.assertMistakes().problem(1).what("'b c' is not a pattern of artifacts.");
    }

    @Test
    void setWhenThereIsNoPatternTellsIt() {
        mistakes(shortly("web"))
                .hasId("artifact-pattern")
                .what("'' is not a pattern of artifacts.")
                .isMistake();
    }
}
