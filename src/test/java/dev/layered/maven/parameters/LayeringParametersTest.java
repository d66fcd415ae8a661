package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.LayeringChoice;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LayeringParametersTest {

    private final LayeringParameters layering = new LayeringParameters();
    private final LimitsParameters limits = new LimitsParameters();
    private final ReadingProbe probe = new ReadingProbe();

    private LayeringChoice choice() {
        return layering.choice(limits, Set.of("com.acme"), probe.at("layering"), probe.at("limits"));
    }

    @Test
    void choiceWhenNothingIsSetHasTheDefaults() {
        assertThat(choice()).isEqualTo(LayeringChoice.DEFAULT.in(Set.of("com.acme")));
        layering.strategy = "PERARTIFACT";
        assertThat(choice()).isEqualTo(new LayeringChoice(Strategy.PER_ARTIFACT, 127, 4, 127, 40, Set.of("com.acme")));
    }

    @Test
    void choiceCarriesEverythingThatIsGiven() {
        layering.strategy = "two";
        layering.maxLayers = 1;
        layering.maxModuleLayers = 127;
        limits.imageLayers = 100;
        limits.imageLayersWarn = 90;
        assertThat(choice()).isEqualTo(new LayeringChoice(Strategy.TWO, 1, 127, 100, 90, Set.of("com.acme")));
    }

    @Test
    void choiceNotesEveryMistake() {
        layering.strategy = "none";
        layering.maxLayers = 0;
        limits.imageLayers = 128;
        assertThat(choice()).isEqualTo(LayeringChoice.DEFAULT.in(Set.of("com.acme")));
        probe.assertMistakes()
                .hasIds("word-unknown", "layers-range", "layers-range")
                .problem(2)
                .what("'128' is not a number of layers that an image can have.")
                .where("<limits><imageLayers>")
                .fix("write a number from 1 to 127");
    }

    @Test
    void layerSizeWarnReadsTheUnitsOfTheReports() {
        assertThat(limits.layerSizeWarn(probe.at("limits"))).isEmpty();
        for (String text : new String[] {"50 MB", "50mb", "0.05 GB", "50000kB", " 50000000 B "}) {
            limits.layerSizeWarn = text;
            assertThat(limits.layerSizeWarn(probe.at("limits"))).hasValue(50_000_000);
        }
        probe.assertNoMistake();
    }

    @Test
    void layerSizeWarnWhenItIsNoSizeNotesIt() {
        limits.layerSizeWarn = "fifty";
        assertThat(limits.layerSizeWarn(probe.at("limits"))).isEmpty();
        probe.assertMistakes().hasId("size-form").where("<limits><layerSizeWarn>");
    }
}
