package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.plan.LayerRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of layers. */
final class DepLayerNamesTest {

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

    private static DepLayerParameters named(String name, String... includes) {
        DepLayerParameters layer = new DepLayerParameters();
        layer.name = name;
        layer.includes = includes.length == 0 ? null : List.of(includes);
        return layer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a b", "-a", ".a", "_a", "ä", "a/b", "resources", "classes", "start", "a\u0000"})
    void rulesWhenTheNameIsNoneTellsWhatIs(String name) {
        mistakes(named(name, "g"))
                .hasId("layer-name")
                .whatContains(" cannot be the name of a layer.")
                .where("<depLayers><item><name>")
                .fix("write a-z 0-9 . _ -, at most 63 of them; resources, classes and start are the application's own")
                .isMistake()
                .isPrintable();
    }

    @Test
    void rulesWhenTheNameIsMissingOrTooLongTellsIt() {
        assertThat(rule(named("a".repeat(63), "g")).name()).hasSize(63);
        mistakes(named(null), named(" "), named("a".repeat(64))).hasIds("layer-name", "layer-name", "layer-name");
        probe.assertMistakes().problem(0).what("A layer has no name.");
        probe.assertMistakes().problem(1).what("A layer has no name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dependencies", "snapshots", "modules", "9", "a..b"})
    void rulesWhenTheNameIsOneTakesIt(String name) {
        assertThat(rule(named(name, "g")).name()).isEqualTo(name);
    }

    @Test
    void rulesWhenANameStandsTwiceTellsEachFurtherOne() {
        mistakes(named("a", "g"), named("a", "h"), named("b", "i"), named(" a ", "j"))
                .hasIds("layer-name-twice", "layer-name-twice")
                .isMistake()
                .problem(0)
                .what("Two layers are called 'a'.")
                .where("<depLayers><item><name>")
                .fix("give each layer a name of its own, or make one of the two");
    }
}
