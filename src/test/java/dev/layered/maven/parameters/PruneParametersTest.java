package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PruneParametersTest {

    private final PruneParameters prune = new PruneParameters();
    private final ReadingProbe probe = new ReadingProbe();

    @Test
    void valuesWhenNothingIsSetAreTheUsual() {
        assertThat(prune.maxSize(7, probe.at("prune"))).isEqualTo(7);
        assertThat(prune.unusedFor(probe.at("prune"))).isEmpty();
        assertThat(prune.isDryRun()).isFalse();
        assertThat(CacheSize.read(null, probe.at("cacheSize"))).isEqualTo(10_000_000_000L);
        probe.assertNoMistake();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0 B, 0", "5GB, 5000000000", "1.5 MB, 1500000"})
    void maxSizeReadsSizes(String text, long bytes) {
        prune.maxSize = text;
        assertThat(prune.maxSize(7, probe.at("prune"))).isEqualTo(bytes);
        assertThat(CacheSize.read(text, probe.at("cacheSize"))).isEqualTo(bytes);
        probe.assertNoMistake();
    }

    @Test
    void maxSizeWhenItIsNoSizeIsNoted() {
        prune.maxSize = "5";
        prune.maxSize(7, probe.at("prune"));
        probe.assertMistakes().hasIds("size-form");
    }

    @ParameterizedTest
    @CsvSource({"30d, 720", "0h, 0", "' 2 W ', 336", "12h, 12"})
    void unusedForReadsHoursDaysAndWeeks(String text, long hours) {
        prune.unusedFor = text;
        assertThat(prune.unusedFor(probe.at("prune"))).contains(Duration.ofHours(hours));
        probe.assertNoMistake();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "d", "1.5d", "-1d", "30 months", "123456d"})
    void unusedForWhenItIsNoTimeIsNoted(String text) {
        prune.unusedFor = text;
        assertThat(prune.unusedFor(probe.at("prune"))).isEmpty();
        probe.assertMistakes()
                .hasId("age-form")
                .what("'" + text + "' is no time.")
                .where("<prune><unusedFor>")
                .fix("write a number and a unit: h, d or w for hours, days or weeks, e.g. 30d");
    }
}
