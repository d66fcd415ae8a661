package dev.layered.maven.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.image.Healthcheck;
import dev.layered.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HealthcheckParametersTest {

    private final ReadingProbe probe = new ReadingProbe();
    private final HealthcheckParameters healthcheck = new HealthcheckParameters();

    private Healthcheck read() {
        return healthcheck.read(probe.at("healthcheck"));
    }

    private FailureAssert mistake() {
        read();
        return probe.assertMistakes().isMistake().isPrintable();
    }

    @Test
    void readWhenOneWordIsGivenRunsTheProgramWithoutAShell() {
        healthcheck.command = List.of("/app/check");
        assertThat(read().test()).containsExactly("CMD", "/app/check");
        probe.assertNoMistake();
    }

    @Test
    void readWhenWordsAreGivenRunsTheProgramWithArguments() {
        healthcheck.command = List.of("/bin/check", "--url", "http://localhost/a b");
        assertThat(read().test()).containsExactly("CMD", "/bin/check", "--url", "http://localhost/a b");
        probe.assertNoMistake();
    }

    @Test
    void readWhenATextWithASpaceIsGivenLeavesItToTheShell() {
        healthcheck.command = List.of("curl -f http://localhost || exit 1");
        assertThat(read().test()).containsExactly("CMD-SHELL", "curl -f http://localhost || exit 1");
        probe.assertNoMistake();
    }

    @Test
    void readWhenSwitchedOffSaysSo() {
        healthcheck.none = true;
        assertThat(read().json().toString()).isEqualTo("{Test=[NONE]}");
        probe.assertNoMistake();
    }

    @Test
    void readGivesDockersFieldInNanoseconds() {
        healthcheck.command = List.of("/app/check");
        healthcheck.interval = "1m30s";
        healthcheck.timeout = "500ms";
        healthcheck.startPeriod = " 1h ";
        healthcheck.startInterval = "2s";
        healthcheck.retries = 5;
        assertThat(new String(Json.bytes(read().json()), StandardCharsets.UTF_8))
                .isEqualTo("{\"Test\":[\"CMD\",\"/app/check\"],\"Interval\":90000000000,\"Timeout\":500000000,"
                        + "\"StartPeriod\":3600000000000,\"StartInterval\":2000000000,\"Retries\":5}");
        probe.assertNoMistake();
    }

    @Test
    void readWhenThereIsNoCommandTellsHow() {
        healthcheck.interval = "30s";
        mistake()
                .hasId("healthcheck-command")
                .what("The health check has no command.")
                .where("<healthcheck>")
                .fix("name it in <command>, or switch off that of the base image: <none>true</none>");
    }

    @ParameterizedTest
    @CsvSource({"/app/check,", ",30s"})
    void readWhenSwitchedOffAndMoreTellsIt(String word, String time) {
        healthcheck.none = true;
        healthcheck.command = word == null ? null : List.of(word);
        healthcheck.timeout = time;
        mistake()
                .hasId("healthcheck-command")
                .what("The health check is switched off, and something else is said of it too.")
                .where("<healthcheck>")
                .fix("leave <none> alone in <healthcheck>, or remove it");
    }

    @Test
    void readWhenACommandWasDividedAtItsCommaTellsIt() {
        healthcheck.command = List.of("curl -f http://localhost/a", "b");
        mistake()
                .hasId("healthcheck-command")
                .what("'curl -f http://localhost/a' has a space in it and cannot be a program with arguments.")
                .where("<healthcheck><command>")
                .fix("write each word in an element of its own, or one text, where a comma is \\,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "0s", "0h0ms", "-1s", "1.5s", "30 s", "s", "1s1m", "10us", "1000000000s", "1m1m"})
    void readWhenATimeIsNoneTellsTheForm(String time) {
        healthcheck.command = List.of("/app/check");
        healthcheck.startInterval = time;
        mistake()
                .hasId("duration-form")
                .what("'" + time + "' is no length of time.")
                .where("<healthcheck><startInterval>")
                .fix("write whole numbers with h, m, s or ms, from 1ms on, e.g. 30s, 1m30s, 500ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void readWhenRetriesAreOutOfRangeTellsIt(int retries) {
        healthcheck.command = List.of("/app/check");
        healthcheck.retries = retries;
        mistake()
                .hasId("healthcheck-retries")
                .what("'" + retries + "' is not a number of failures.")
                .where("<healthcheck><retries>")
                .fix("write a number from 1 on, or leave it out for the engine's own");
    }

    @Test
    void readOfTheLongestTimeFitsIntoTheField() {
        healthcheck.command = List.of("/app/check");
        healthcheck.interval = "999999h999999m999999s999999ms";
        assertThat(read().json().number("Interval"))
                .hasValueSatisfying(nanos -> assertThat(nanos).isPositive());
    }
}
