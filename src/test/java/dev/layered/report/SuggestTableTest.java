package dev.layered.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SuggestTableTest {

    @Test
    void linesWhenReplayedAreOneForEachWay() {
        assertThat(SuggestTable.lines(SampleSuggestion.moving(2_000_000, 19)).subList(0, 6))
                .containsExactly(
                        "MB for each release  uploaded  pulled  pulled in chains  source change  layers",
                        "  as it is now           2.00    2.00              2.00           0.01       3",
                        "  as Jib does            9.00    9.00             12.35           0.01       2",
                        "  automatic              1.00    1.00              1.00           0.01      20",
                        "  proposed               0.00    0.00              2.00           0.01      12",
                        "  ideal                  0.00    0.00              0.00           0.01       -");
    }

    @Test
    void linesWhenNothingWasReplayedHaveNoFiguresOfReleases() {
        assertThat(SuggestTable.lines(SampleSuggestion.moving(2_000_000, 0)).get(3))
                .isEqualTo("  automatic                 -       -                 -           0.01      20");
    }

    @Test
    void verdictWhenGainIsUnderFivePercentKeepsAutomatic() {
        assertThat(SuggestTable.verdict(SampleSuggestion.moving(2_850_001, 19)).get(0))
                .startsWith("Keep automatic layering: with the proposal 5.0 % less");
        assertThat(SuggestTable.verdict(SampleSuggestion.moving(3_300_000, 19)).get(0))
                .startsWith("Keep automatic layering: with the proposal 10.0 % more");
        assertThat(SuggestTable.verdict(SampleSuggestion.moving(2_850_000, 19)).get(0))
                .startsWith("With the proposal 5.0 % less would have moved than with automatic layering");
    }

    @Test
    void verdictWhenConfigurationIsNotAutomaticComparesThem() {
        assertThat(SuggestTable.verdict(SampleSuggestion.moving(2_000_000, 19)).get(1))
                .isEqualTo(
                        "With automatic layering 50.0 % less would have moved than with the project's configuration as"
                                + " it is now.");
    }

    @Test
    void verdictWhenNothingWasReplayedSaysSo() {
        assertThat(SuggestTable.verdict(SampleSuggestion.moving(2_000_000, 0)))
                .singleElement()
                .asString()
                .startsWith("Without a history nothing can be replayed");
    }
}
