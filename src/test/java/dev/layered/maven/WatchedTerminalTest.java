package dev.layered.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WatchedTerminalTest {

    private static final Map<String, String> USUAL = Map.of("TERM", "xterm-256color");

    private static MavenExecutionRequest request(boolean interactive, int threads) {
        MavenExecutionRequest request = mock(MavenExecutionRequest.class);
        when(request.isInteractiveMode()).thenReturn(interactive);
        when(request.getDegreeOfConcurrency()).thenReturn(threads);
        return request;
    }

    private static boolean isThere(MavenExecutionRequest request, List<String> options, Map<String, String> variables) {
        return new WatchedTerminal(request, options, variables, true).isThere();
    }

    @Test
    void isThereWhenNothingIsAgainstIt() {
        MavenExecutionRequest request = request(true, 1);
        assertThat(isThere(request, List.of("package", "layered:push"), USUAL)).isTrue();
        assertThat(new WatchedTerminal(request, List.of(), USUAL, false).isThere())
                .isFalse();
    }

    @Test
    void isThereWhenBatchOrParallelIsNot() {
        assertThat(isThere(request(false, 1), List.of(), USUAL)).isFalse();
        assertThat(isThere(request(true, 4), List.of(), USUAL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ntp", "--no-transfer-progress", "-l", "--log-file"})
    void isThereWhenOptionIsAgainstItIsNot(String option) {
        assertThat(isThere(request(true, 1), List.of("package", option), USUAL)).isFalse();
    }

    @Test
    void isThereWhenEnvironmentIsAgainstItIsNot() {
        assertThat(isThere(request(true, 1), List.of(), Map.of("CI", "true"))).isFalse();
        assertThat(isThere(request(true, 1), List.of(), Map.of("TERM", "dumb"))).isFalse();
    }

    @Test
    void optionsAreThoseOfTheProjectToo(@TempDir Path project) throws Exception {
        Files.createDirectory(project.resolve(".mvn"));
        Files.writeString(project.resolve(".mvn/maven.config"), "-ntp\n-Dx=y\n");
        MavenExecutionRequest request = request(true, 1);
        assertThat(WatchedTerminal.of(request).options()).doesNotContain("-ntp");
        when(request.getMultiModuleProjectDirectory()).thenReturn(project.toFile());
        assertThat(WatchedTerminal.of(request).options()).contains("-ntp", "-Dx=y");
    }
}
