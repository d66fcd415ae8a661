package dev.layered.maven.parameters;

import static dev.layered.maven.parameters.DepLayerProbe.named;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of layers. */
final class DepLayerNamesTest {

    private final DepLayerProbe probe = new DepLayerProbe();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "a b",
                "-a",
                ".a",
                "_a",
                "ä",
                "a/b",
                "ca-certificates",
                "resources",
                "classes",
                "start",
                "a\u0000"
            })
    void rulesWhenTheNameIsNoneTellsWhatIs(String name) {
        probe.mistakes(named(name, "g"))
                .hasId("layer-name")
                .whatContains(" cannot be the name of a layer.")
                .where("<depLayers><item><name>")
                .fix(
                        "write a-z 0-9 . _ -, at most 63 of them; ca-certificates, resources, classes and start are the application's own")
                .isMistake()
                .isPrintable();
    }

    @Test
    void rulesWhenTheNameIsMissingOrTooLongTellsIt() {
        assertThat(probe.rule(named("a".repeat(63), "g")).name()).hasSize(63);
        // two mistakes of one text and one place are told once
        probe.mistakes(named(null), named(" "), named("a".repeat(64))).hasIds("layer-name", "layer-name");
        probe.assertMistakes().problem(0).what("A layer has no name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dependencies", "snapshots", "modules", "9", "a..b"})
    void rulesWhenTheNameIsOneTakesIt(String name) {
        assertThat(probe.rule(named(name, "g")).name()).isEqualTo(name);
    }

    @Test
    void rulesWhenANameStandsTwiceTellsEachNameThatDoes() {
        probe.mistakes(named("a", "g"), named("a", "h"), named("b", "i"), named(" b ", "j"))
                .hasIds("layer-name-twice", "layer-name-twice")
                .isMistake()
                .problem(0)
                .what("Two layers are called 'a'.")
                .where("<depLayers><item><name>")
                .fix("give each layer a name of its own, or make one of the two");
    }
}
