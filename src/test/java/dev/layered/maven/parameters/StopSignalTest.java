package dev.layered.maven.parameters;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StopSignalTest {

    @ParameterizedTest
    @ValueSource(strings = {"SIGTERM", "SIGINT", "SIGRTMIN", "SIGRTMIN+3", "SIGRTMAX-14", "1", "15", "64"})
    void readWhenItIsASignalIsWhatWasWritten(String signal) {
        assertThat(StopSignal.read(" " + signal + " ")).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({
        "'', SIGTERM",
        "SIGTREM, SIGTERM",
        "sigint, SIGINT",
        "int, SIGINT",
        "RTMAX-1, SIGRTMAX-1",
        "SIGUSR3, SIGUSR1",
        "SIGRTMIN+16, SIGTERM",
        "SIGRTMAX-15, SIGTERM",
        "0, SIGTERM",
        "65, SIGTERM",
        "-9, SIGTERM",
        "stop, SIGSTOP",
    })
    void readWhenItIsNoneNamesTheNearest(String text, String nearest) {
        assertFailure(() -> StopSignal.read(text))
                .hasId("stop-signal")
                .what("'" + text + "' is no signal of Linux.")
                .where("a signal")
                .fix("write " + nearest + ", or another name or number of a signal, e.g. SIGINT, SIGRTMIN+3, 15")
                .isMistake();
    }
}
