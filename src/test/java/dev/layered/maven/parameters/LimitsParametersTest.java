package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.plan.SizeLimits;
import dev.layered.plan.SizeLimits.Limit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LimitsParametersTest {

    private final LimitsParameters limits = new LimitsParameters();
    private final ReadingProbe probe = new ReadingProbe();

    @Test
    void sizesWhenNothingIsSetAllowAnything() {
        assertThat(limits.sizes(false, probe.at("limits"))).isEqualTo(SizeLimits.NONE);
        probe.assertNoMistake();
    }

    @Test
    void sizesCarryWhatIsGivenAndItsPlace() {
        limits.image = "2 GB";
        limits.appLayer = "0.5MB";

        assertThat(limits.sizes(true, probe.at("limits")))
                .isEqualTo(new SizeLimits(
                        Optional.of(new Limit(2_000_000_000, "<limits><image>")),
                        Optional.of(new Limit(500_000, "<limits><appLayer>")),
                        true));
        probe.assertNoMistake();
    }

    @Test
    void sizesWhenTheyAreNoneNoteBoth() {
        limits.image = "2";
        limits.appLayer = "much";

        assertThat(limits.sizes(false, probe.at("limits"))).isEqualTo(SizeLimits.NONE);
        probe.assertMistakes()
                .hasIds("size-form", "size-form")
                .problem(1)
                .what("'much' is no size.")
                .where("<limits><appLayer>")
                .fix("write a number and a unit: B, kB, MB or GB, e.g. 50 MB");
    }
}
