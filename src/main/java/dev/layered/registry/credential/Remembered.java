package dev.layered.registry.credential;

import dev.layered.failure.LayeredFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers that took a while to get, failures too: a run asks a program or a server once and not for each repository.
 *
 * <p>Kept for ten minutes, as many of them are tokens that end. Thread-safe; one question at a time, as a helper may
 * ask its user in turn.
 */
final class Remembered {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private record Answer(Optional<Credentials> found, LayeredFailure failure, Instant end) {}

    private final Map<String, Answer> answers = new HashMap<>();
    private final Clock clock;

    Remembered(Clock clock) {
        this.clock = clock;
    }

    /** Returns the answer to a question, asking where there is none or it is too old. */
    synchronized Optional<Credentials> get(String question, Supplier<Optional<Credentials>> asking) {
        Answer answer = answers.get(question);
        if (answer == null || !clock.instant().isBefore(answer.end())) {
            answer = ask(asking);
            answers.put(question, answer);
        }
        if (answer.failure() != null) {
            throw answer.failure();
        }
        return answer.found();
    }

    private Answer ask(Supplier<Optional<Credentials>> asking) {
        try {
            Optional<Credentials> found = asking.get();
            return new Answer(found, null, clock.instant().plus(LONGEST));
        } catch (LayeredFailure failure) {
            return new Answer(Optional.empty(), failure, clock.instant().plus(LONGEST));
        }
    }
}
