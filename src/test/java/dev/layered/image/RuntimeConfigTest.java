package dev.layered.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuntimeConfigTest {

    private static final RuntimeConfig BASE = new RuntimeConfig(
            Optional.of("root"),
            Optional.of("/"),
            Optional.of(List.of("/entry")),
            Optional.of(List.of("cmd")),
            environment("PATH", "/bin", "LANG", "C"),
            Map.of("a", "base", "b", "base"),
            Set.of("80/tcp"),
            Set.of("/v"),
            JsonObject.builder()
                    .put("StopSignal", "SIGTERM")
                    .put("Healthcheck", Map.of())
                    .build());

    private static Map<String, String> environment(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Test
    void withWhenProjectSaysNothingKeepsTheBase() {
        assertThat(BASE.with(RuntimeConfig.NONE)).isEqualTo(BASE);
        assertThat(RuntimeConfig.NONE.with(BASE)).isEqualTo(BASE);
        assertThat(RuntimeConfig.NONE.with(RuntimeConfig.NONE)).isEqualTo(RuntimeConfig.NONE);
    }

    /** A dash is an absent value; several words are separated by commas. */
    @ParameterizedTest
    @CsvSource({
        "-, -, /entry, cmd",
        "own, -, own, -",
        "own, arg, own, arg",
        "-, arg, /entry, arg",
        "'', -, '', -",
        "-, '', /entry, ''",
    })
    void withWhenEntrypointIsTheProjectsDropsTheBasesCommand(
            String entrypoint, String command, String wantedEntrypoint, String wantedCommand) {
        RuntimeConfig merged = BASE.with(started(words(entrypoint), words(command)));
        assertThat(merged.entrypoint()).isEqualTo(words(wantedEntrypoint));
        assertThat(merged.command()).isEqualTo(words(wantedCommand));
    }

    private static Optional<List<String>> words(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(text.isEmpty() ? List.of() : List.of(text));
    }

    private static RuntimeConfig started(Optional<List<String>> entrypoint, Optional<List<String>> command) {
        return new RuntimeConfig(
                Optional.empty(),
                Optional.empty(),
                entrypoint,
                command,
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                JsonObject.empty());
    }

    @Test
    void withAddsByNameAndReplacesTheRest() {
        RuntimeConfig merged = BASE.with(new RuntimeConfig(
                Optional.of("10001"),
                Optional.of("/app"),
                Optional.empty(),
                Optional.empty(),
                environment("X", "1", "LANG", "C.UTF-8"),
                Map.of("b", "ours", "c", "ours"),
                Set.of("8080/tcp", "80/tcp"),
                Set.of("/w"),
                JsonObject.builder().put("StopSignal", "SIGINT").build()));
        assertThat(merged.user()).contains("10001");
        assertThat(merged.workingDirectory()).contains("/app");
        assertThat(merged.environment())
                .containsExactly(Map.entry("PATH", "/bin"), Map.entry("LANG", "C.UTF-8"), Map.entry("X", "1"));
        assertThat(merged.labels()).isEqualTo(Map.of("a", "base", "b", "ours", "c", "ours"));
        assertThat(merged.ports()).containsExactly("80/tcp", "8080/tcp");
        assertThat(merged.volumes()).containsExactly("/v", "/w");
        assertThat(merged.other())
                .isEqualTo(JsonObject.builder()
                        .put("StopSignal", "SIGINT")
                        .put("Healthcheck", Map.of())
                        .build());
    }
}
