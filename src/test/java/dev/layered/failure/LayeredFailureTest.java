package dev.layered.failure;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayeredFailureTest {

    private static final Problem FIRST = new Problem("one", "First.", "here", "do this");
    private static final Problem SECOND = new Problem("two", "Second.", "there", "do that");

    @Test
    void mistakeGivesOneProblemThatTheUserCanMend() {
        assertFailure(() -> {
                    throw LayeredFailure.mistake("id", "What.", "where", "fix");
                })
                .hasId("id")
                .what("What.")
                .where("where")
                .fix("fix")
                .isMistake();
    }

    @Test
    void mistakesKeepsAllInTheirOrder() {
        assertFailure(() -> {
                    throw LayeredFailure.mistakes(List.of(SECOND, FIRST));
                })
                .hasIds("two", "one")
                .isMistake();
    }

    @Test
    void mistakesWhenListChangesLaterKeepsWhatItGot() {
        List<Problem> problems = new ArrayList<>(List.of(FIRST));
        LayeredFailure failure = LayeredFailure.mistakes(problems);
        problems.clear();
        assertThat(failure.problems()).containsExactly(FIRST);
        assertThatThrownBy(() -> failure.problems().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void getMessagePrintsThreeLinesForEachProblem() {
        assertThat(LayeredFailure.mistakes(List.of(FIRST, SECOND))).hasMessage("""
                First. [one]
                  where: here
                  fix:   do this

                Second. [two]
                  where: there
                  fix:   do that""");
    }

    @Test
    void outsideKeepsItsCause() {
        IOException cause = new IOException("disk");
        LayeredFailure failure = LayeredFailure.outside(FIRST, cause);
        assertThat(failure.isOutside()).isTrue();
        assertThat(failure).hasCause(cause);
        assertThat(LayeredFailure.outside(FIRST, null)).hasNoCause();
    }

    @Test
    void atReplacesThePlaceAndNothingElse() {
        IOException cause = new IOException("disk");
        LayeredFailure moved = LayeredFailure.outside(FIRST, cause).at("pom.xml:7");
        assertThat(moved.problems()).containsExactly(new Problem("one", "First.", "pom.xml:7", "do this"));
        assertThat(moved.isOutside()).isTrue();
        assertThat(moved).hasCause(cause);
    }

    @Test
    void newProblemWhenPartIsNullNamesThePart() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Problem("id", "What.", null, "fix"))
                .withMessage("where");
    }
}
