package dev.layered.registry.credential;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EnvironmentCredentialsTest {

    private final SampleMachine sample = new SampleMachine(Path.of("/nowhere"));

    @Test
    void findWhenRegistryIsTheTargetReturnsThem() {
        sample.set("LAYERED_REGISTRY_USERNAME", "ci").set("LAYERED_REGISTRY_PASSWORD", "hunter2");
        Credentials found = credentials("A.example").find("a.example", "cart").orElseThrow();
        assertThat(found.user()).isEqualTo("ci");
        assertThat(found.secret()).isEqualTo("hunter2");
        assertThat(found.source())
                .isEqualTo("the environment's LAYERED_REGISTRY_USERNAME and LAYERED_REGISTRY_PASSWORD");
    }

    @Test
    void findWhenRegistryIsAnotherFindsNothing() {
        sample.set("LAYERED_REGISTRY_USERNAME", "ci").set("LAYERED_REGISTRY_PASSWORD", "hunter2");
        assertThat(credentials("a.example").find("b.example", "cart")).isEmpty();
        assertThat(credentials("a.example").find("a.example:5000", "cart")).isEmpty();
        assertThat(credentials(null).find("a.example", "cart")).isEmpty();
    }

    @Test
    void findWhenOneOfTheTwoIsMissingFails() {
        sample.set("LAYERED_REGISTRY_PASSWORD", "hunter2");
        assertFailure(() -> credentials("a.example").find("a.example", "cart"))
                .hasId("credential-environment")
                .what("The environment has 'LAYERED_REGISTRY_PASSWORD' without 'LAYERED_REGISTRY_USERNAME'.")
                .where("the environment of the command")
                .fix("set both or none")
                .isMistake();
        assertThat(credentials("a.example").find("b.example", "cart")).isEmpty();
    }

    private EnvironmentCredentials credentials(String target) {
        return new EnvironmentCredentials(Optional.ofNullable(target), sample.machine());
    }
}
