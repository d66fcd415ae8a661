package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static dev.layered.registry.RegistryFixture.password;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers whose bytes trickle, so that none of them stands still. */
@Timeout(60)
final class SlowAnswerTest {

    private static final String NAME = "shop/cart";
    private static final Duration PAUSE = Duration.ofMillis(10);

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.impatient();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void manifestWhenItNeverEndsFails() {
        fixture.registry.always("GET", "manifests/", Reaction.trickle(Reply.of(200), PAUSE));
        assertFailure(() -> fixture.repository(NAME).manifest("1.0"))
                .hasId("registry-unreachable")
                .what("The registry did not answer in 6 attempts: the answer did not end within 0.6 s.");
        assertThat(fixture.registry.count("GET", "manifests/")).isEqualTo(6);
    }

    @Test
    void manifestWhenItTrickledOnceIsAskedForAgain() {
        fixture.registry.once("GET", "manifests/", Reaction.trickle(Reply.of(200), PAUSE));
        assertThat(fixture.repository(NAME).manifest("1.0")).isEmpty();
    }

    @Test
    void hasWhenTokenNeverEndsFails() {
        fixture.with(password("ada", "canary")).registry.desk().askForToken("ada:canary");
        fixture.registry.always("GET", "/token", Reaction.trickle(Reply.of(200), PAUSE));
        assertFailure(() -> fixture.repository(NAME).has(descriptor(bytes(5)))).hasId("registry-unreachable");
    }

    @Test
    void manifestWhenRefusalNeverEndsFails() {
        fixture.registry.always("GET", "manifests/", Reaction.trickle(Reply.of(403), PAUSE));
        assertFailure(() -> fixture.repository(NAME).manifest("1.0")).hasId("registry-unreachable");
    }
}
