package dev.layered.maven.parameters;

import static dev.layered.maven.parameters.DepLayerProbe.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.LayerRule;
import dev.layered.plan.LayerRule.Trait;
import org.junit.jupiter.api.Test;

/** The short form, {@code name=pattern|pattern}. */
final class DepLayerShortFormTest {

    private final DepLayerProbe probe = new DepLayerProbe();

    @Test
    void setWhenPatternsAreGivenReadsThem() {
        LayerRule rule = probe.rule(shortly("web=org.a*:*|b:c:jar:linux:1"));
        assertThat(rule.name()).isEqualTo("web");
        assertThat(rule.includes()).hasToString("[org.a*:*, b:c:jar:linux:1]");
        assertThat(rule.traits()).isEmpty();
    }

    @Test
    void setWhenStarAloneIsTheCatchAll() {
        LayerRule rule = probe.rule(shortly("rest=*"));
        assertThat(rule.name()).isEqualTo("rest");
        assertThat(rule.includes()).isEmpty();
        assertThat(rule.traits()).containsExactly(Trait.CATCH_ALL);
        assertThat(probe.rule(shortly("rest=*|g:a")).traits()).isEmpty();
    }

    @Test
    void setWhenAPatternIsEmptyOrBadTellsIt() {
        probe.mistakes(shortly("web=a||b c"))
                .hasIds("artifact-pattern", "artifact-pattern")
                .isMistake()
                .problem(0)
                .what("'' is not a pattern of artifacts.");
        probe.assertMistakes().problem(1).what("'b c' is not a pattern of artifacts.");
    }

    @Test
    void setWhenThereIsNoPatternTellsIt() {
        probe.mistakes(shortly("web"))
                .hasId("artifact-pattern")
                .what("'' is not a pattern of artifacts.")
                .isMistake();
    }
}
