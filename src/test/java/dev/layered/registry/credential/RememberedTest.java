package dev.layered.registry.credential;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.LayeredFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RememberedTest {

    private Instant now = Instant.EPOCH;
    private int asked;
    private final InstantSource source = () -> now;
    private final Remembered answers = new Remembered(source.withZone(ZoneOffset.UTC));

    @Test
    void getWhenAskedAgainKeepsTheAnswerForTenMinutes() {
        assertThat(answers.get("a", this::none)).isEmpty();
        now = now.plusSeconds(599);
        assertThat(answers.get("a", this::none)).isEmpty();
        assertThat(asked).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(answers.get("a", this::none)).isEmpty();
        assertThat(asked).isEqualTo(2);
        assertThat(answers.get("b", this::none)).isEmpty();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void getWhenAnswerWasAFailureFailsAgainWithoutAsking() {
        for (int i = 0; i < 2; i++) {
            assertFailure(() -> answers.get("a", this::fail)).hasId("sample");
        }
        assertThat(asked).isEqualTo(1);
    }

    private Optional<Credentials> none() {
        asked++;
        return Optional.empty();
    }

    private Optional<Credentials> fail() {
        asked++;
        throw LayeredFailure.mistake("sample", "what", "where", "fix");
    }
}
