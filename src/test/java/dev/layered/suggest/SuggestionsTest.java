package dev.layered.suggest;

import static dev.layered.suggest.PastSample.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.layered.outcome.ProposedLayer;
import dev.layered.outcome.Suggestion;
import dev.layered.outcome.Way;
import dev.layered.outcome.WayCost;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.LayeringChoice.Strategy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {

    /** Two releases change the small one, one the big one. */
    private static final List<PastImage> HISTORY = List.of(
            image("big:1:4000000", "busy:1:500000", "tiny:1:1000"),
            image("big:1:4000000", "busy:2:500000", "tiny:1:1000"),
            image("big:1:4000000", "busy:3:500000", "tiny:1:1000"),
            image("big:2:4000000", "busy:3:500000", "tiny:1:1000"));

    private static final LayeringChoice TWO = new LayeringChoice(Strategy.TWO, 24, 4, 127, 40, Set.of());

    private static Suggestion suggest(List<PastImage> history, int most) {
        return new Suggestions(history, history.get(history.size() - 1)).of(List.of(), TWO, most);
    }

    @Test
    void costsWhenReplayedAreMeansOfTheReleases() {
        Suggestion suggestion = suggest(HISTORY, 12);
        assertThat(suggestion.releases()).isEqualTo(3);
        long whole = 4_501_000;
        assertThat(suggestion.costs().get(Way.JIB)).isEqualTo(new WayCost(2, whole, whole, whole + 1000, 1000));
        assertThat(suggestion.costs().get(Way.NOW).upload()).isEqualTo(whole);
        // lowest lies what is big; on top of it moves everything in the last release
        assertThat(suggestion.costs().get(Way.PROPOSED))
                .isEqualTo(new WayCost(4, 5_000_000 / 3, 5_000_000 / 3, (2 * 502_000 + whole + 1000) / 3, 1000));
        assertThat(suggestion.costs().get(Way.IDEAL))
                .isEqualTo(new WayCost(0, 5_000_000 / 3, 5_000_000 / 3, 5_000_000 / 3, 1000));
    }

    @Test
    void layersWhenThereIsRoomAreOneForEachBigGroupIdAndTheCatchAll() {
        assertThat(suggest(HISTORY, 12).layers())
                .containsExactly(
                        new ProposedLayer("big", List.of("big:*"), List.of(), 1, 4_000_000, 1),
                        new ProposedLayer("busy", List.of("busy:*"), List.of(), 1, 500_000, 2),
                        new ProposedLayer("others", List.of(), List.of(), 1, 1000, 0));
    }

    @Test
    void layersWhenFewAreAllowedMergeWhatCostsLeast() {
        List<PastImage> history = List.of(
                image("a:1:900000", "b:1:900000", "c:1:900000", "d:1:900000"),
                image("a:2:900000", "b:1:900000", "c:2:900000", "d:1:900000"),
                image("a:3:900000", "b:2:900000", "c:3:900000", "d:1:900000"));
        // what changes each time lies on top in any case: the layer there need not be another one
        assertThat(suggest(history, 3).layers())
                .containsExactly(
                        new ProposedLayer("d", List.of("d:*"), List.of(), 1, 900_000, 0),
                        new ProposedLayer("b", List.of("b:*"), List.of(), 1, 900_000, 1),
                        new ProposedLayer("others", List.of(), List.of(), 2, 1_800_000, 2));
        assertThat(suggest(history, 1).layers())
                .singleElement()
                .matches(ProposedLayer::isCatchAll)
                .extracting(ProposedLayer::jars)
                .isEqualTo(4);
    }

    @Test
    void layersWhenGroupIdIsOfTheSourceTreeNameItNot() {
        List<PastImage> history = List.of(image("own.a:1:900000", "x:1:900000"), image("own.a:2:900000", "x:1:900000"));
        assertThat(suggest(history, 12).layers())
                .extracting(ProposedLayer::name)
                .containsExactly("x", "others");
    }

    @Test
    void layersWhenGroupIdHasSnapshotsLeaveThoseOut() {
        List<PastImage> history =
                List.of(image("x:1:900000", "y:1:900000"), image("x:1:900000", "y:2-SNAPSHOT:900000", "y:1:900000"));
        Suggestion suggestion = suggest(history, 12);
        assertThat(suggestion.layers())
                .filteredOn(layer -> layer.name().equals("y"))
                .singleElement()
                .extracting(ProposedLayer::excludes)
                .isEqualTo(List.of("*:*:*-SNAPSHOT"));
        assertThat(suggestion.warnings()).singleElement().asString().contains("y:y-all:2-SNAPSHOT");
    }

    @Test
    void suggestionWhenArtifactsComeInAnotherOrderIsTheSame() {
        List<PastImage> turned = List.of(
                image("tiny:1:1000", "busy:1:500000", "big:1:4000000"),
                image("busy:2:500000", "big:1:4000000", "tiny:1:1000"),
                image("busy:3:500000", "tiny:1:1000", "big:1:4000000"),
                image("tiny:1:1000", "busy:3:500000", "big:2:4000000"));
        assertThat(suggest(turned, 2)).isEqualTo(suggest(HISTORY, 2));
    }

    @Test
    void suggestionWhenThereIsNoHistoryProposesBySize() {
        Suggestion suggestion = new Suggestions(List.of(), HISTORY.get(0)).of(List.of(), TWO, 12);
        assertThat(suggestion.releases()).isZero();
        assertThat(suggestion.isAutomaticBest()).isFalse();
        assertThat(suggestion.layers()).extracting(ProposedLayer::name).containsExactly("big", "busy", "others");
        assertThat(suggestion.costs().get(Way.NOW).codeChange()).isEqualTo(4_502_000 - 4_501_000);
    }

    @Test
    void gainWhenProposalMovesLessIsPartOfAutomatic() {
        Suggestion suggestion = suggest(HISTORY, 12);
        WayCost proposed = suggestion.costs().get(Way.PROPOSED);
        WayCost automatic = suggestion.costs().get(Way.AUTOMATIC);
        assertThat(suggestion.gain()).isCloseTo(1 - (double) proposed.moved() / automatic.moved(), within(1e-9));
        assertThat(suggestion.isAutomaticBest()).isTrue();
        assertThat(suggestion.gainOfAutomatic()).isPositive();
    }
}
