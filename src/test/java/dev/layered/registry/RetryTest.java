package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.BuildLog;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RetryTest {

    private final List<Duration> waits = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final RegistryTimes times = new RegistryTimes(
            Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(10), Clock.systemUTC(), waits::add);
    private final RetryNotes told = new RetryNotes(new BuildLog() {
        @Override
        public void warning(String text) {
            notes.add(text);
        }

        @Override
        public void note(String text) {
            notes.add(text);
        }

        @Override
        public void detail(String text) {
            details.add(text);
        }
    });

    private Retry retry(String operation) {
        return new Retry(operation, times, told);
    }

    private static IOException unknownHost() {
        ConnectException failure = new ConnectException();
        failure.initCause(new UnresolvedAddressException());
        return failure;
    }

    @Test
    void runWhenHostIsUnknownEndsInSeconds() {
        assertFailure(() -> retry("GET one").run(() -> {
                    throw unknownHost();
                }))
                .hasId("registry-unreachable")
                .what("The registry did not answer in 3 attempts: no such host is known.");
        assertThat(waits).hasSize(2).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) <= 0);
    }

    @Test
    void waitAfterWhenManyWaitForTheSameReasonTellsOfOne() {
        IOException reset = new IOException("connection reset");
        Retry one = retry("GET one");
        List<Retry> others = List.of(retry("GET two"), retry("GET three"));
        one.waitAfter(reset);
        others.forEach(other -> other.waitAfter(reset));
        one.waitAfter(reset);
        assertThat(notes).hasSize(2).allMatch(text -> text.startsWith("GET one: connection reset; attempt "));
        assertThat(details).hasSize(2);
    }

    @Test
    void waitAfterWhenTheOneThatWasToldOfHasEndedTellsOfAnother() {
        IOException reset = new IOException("connection reset");
        Retry one = retry("GET one");
        Retry two = retry("GET two");
        one.waitAfter(reset);
        two.waitAfter(new IOException("connection refused"));
        assertThat(one.<String>run(() -> "came")).isEqualTo("came");
        two.waitAfter(reset);
        assertThat(notes).hasSize(3);
    }
}
