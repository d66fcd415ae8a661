package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void containsTheMessageOfEveryCauseSoThatMavenAddsNone() {
        IOException inner = new IOException("Connection refused", new IllegalStateException());
        LayeredFailure failure = LayeredFailure.outside(new Problem("id", "What.", "here", "try again"), inner);

        assertThat(FailureText.of(failure)).isEqualTo("""
                What. [id]
                  where: here
                  fix:   try again
                  cause: Connection refused
                  cause: IllegalStateException""");
    }

    @Test
    void doesNotRepeatWhatTheProblemSays() {
        LayeredFailure failure = LayeredFailure.outside(
                new Problem("id", "What.", "/a/b", "try again"), new NoSuchFileException("/a/b"));

        assertThat(FailureText.of(failure)).doesNotContain("cause");
    }

    @Test
    void containsTheMessageOfSeveralMistakes() {
        LayeredFailure failure = LayeredFailure.mistakes(
                List.of(new Problem("a", "A.", "here", "fix"), new Problem("b", "B.", "there", "mend")));

        assertThat(FailureText.of(failure)).isEqualTo(failure.getMessage());
    }
}
