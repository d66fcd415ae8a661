package dev.layered.failure;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MistakesTest {

    private static final Problem PROBLEM = new Problem("one", "First.", "here", "do this");

    private final Mistakes mistakes = new Mistakes();

    @Test
    void throwIfAnyWhenNothingWasNotedDoesNothing() {
        assertThat(mistakes.isEmpty()).isTrue();
        mistakes.throwIfAny();
    }

    @Test
    void throwIfAnyThrowsEachOnceInTheirOrder() {
        mistakes.add(PROBLEM);
        mistakes.addAll(List.of(new Problem("two", "Second.", "there", "do that"), PROBLEM));
        assertThat(mistakes.isEmpty()).isFalse();
        assertFailure(mistakes::throwIfAny).hasIds("one", "two").isMistake();
    }

    @Test
    void readWhenValueIsRightReturnsIt() {
        assertThat(mistakes.read("pom.xml:3", () -> "value")).contains("value");
        assertThat(mistakes.isEmpty()).isTrue();
    }

    @Test
    void readWhenValueIsWrongNotesItAtThePlace() {
        assertThat(mistakes.read("pom.xml:3", () -> {
                    throw LayeredFailure.mistake("one", "First.", "a digest", "do this");
                }))
                .isEmpty();
        assertFailure(mistakes::throwIfAny)
                .hasId("one")
                .what("First.")
                .where("pom.xml:3")
                .fix("do this");
    }

    @Test
    void readWhenTheOutsideWorldFailedThrowsOn() {
        LayeredFailure outside = LayeredFailure.outside(PROBLEM, null);
        assertFailure(() -> mistakes.read("pom.xml:3", () -> {
                    throw outside;
                }))
                .where("here")
                .isOutside();
        assertThat(mistakes.isEmpty()).isTrue();
    }
}
