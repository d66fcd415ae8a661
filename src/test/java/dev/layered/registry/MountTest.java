package dev.layered.registry;

import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MountTest {

    private static final byte[] CONTENT = bytes(5000);
    private static final Descriptor BLOB = descriptor(CONTENT);

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private boolean mount() {
        return fixture.repository("shop/cart").mount(BLOB, fixture.repository("base/jre"));
    }

    @Test
    void mountWhenOtherRepositoryHasItSendsNothing() {
        fixture.registry.contents().blob("base/jre", CONTENT);
        assertThat(mount()).isTrue();
        assertThat(fixture.repository("shop/cart").has(BLOB)).isTrue();
        assertThat(fixture.registry.bytesReceived()).isZero();
    }

    @Test
    void mountWhenAnUploadBeganInsteadGivesItUp() {
        assertThat(mount()).isFalse();
        assertThat(fixture.registry.contents().openUploads()).isZero();
        assertThat(fixture.registry.count("DELETE", "session-1")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 400, 401, 403, 404, 405, 500})
    void mountWhenRefusedIsFalseAndPutPasses(int status) {
        fixture.registry.always("POST", "mount=", Reaction.status(status));
        assertThat(mount()).isFalse();
        assertThat(fixture.repository("shop/cart").put(blob(CONTENT), TransferLog.SILENT))
                .isTrue();
    }

    @Test
    void mountWhenRegistryAsksForTokenAsksForBothRepositories() {
        fixture.with(RegistryFixture.password("ada", "canary"));
        fixture.registry.desk().askForToken("ada:canary");
        fixture.registry.contents().blob("base/jre", CONTENT);
        assertThat(mount()).isTrue();
        assertThat(fixture.registry.requests())
                .anyMatch(request -> request.target().contains("repository%3Ashop%2Fcart%3Apull%2Cpush")
                        && request.target().contains("scope=repository%3Abase%2Fjre%3Apull"));
    }

    @Test
    void mountWhenPasswordDoesNotSufficeForItSpoilsNoCredentials() {
        fixture.with(RegistryFixture.password("ada", "canary"));
        fixture.registry.desk().askForPassword("ada:canary");
        fixture.registry.always(
                "POST", "mount=", Reaction.reply(Reply.of(401).with("WWW-Authenticate", "Basic realm=\"scripted\"")));
        assertThat(mount()).isFalse();
        assertThat(fixture.repository("shop/cart").put(blob(CONTENT), TransferLog.SILENT))
                .isTrue();
    }

    @Test
    void mountWhenItFailsOnceIsTriedAgain() {
        fixture.registry.contents().blob("base/jre", CONTENT);
        List<Reaction> failures = List.of(
                Reaction.status(503), Reaction.reply(Reply.of(429).with("Retry-After", "30")), Reaction.resetAfter(0));
        for (Reaction failure : failures) {
            fixture.registry.once("POST", "mount=", failure);
            assertThat(mount()).isTrue();
        }
        assertThat(fixture.waits).hasSize(3).contains(Duration.ofSeconds(30));
        assertThat(fixture.registry.bytesReceived()).isZero();
    }

    @Test
    void mountWhenItFailsTwiceIsFalse() {
        fixture.registry.always("POST", "mount=", Reaction.status(503));
        assertThat(mount()).isFalse();
        assertThat(fixture.registry.count("POST", "mount=")).isEqualTo(2);
    }

    @Test
    void mountWhenTheUploadCannotBeGivenUpIsNotTriedAgain() {
        fixture.registry.always("DELETE", "session-1", Reaction.status(503));
        assertThat(mount()).isFalse();
        assertThat(fixture.registry.count("POST", "mount=")).isEqualTo(1);
    }
}
