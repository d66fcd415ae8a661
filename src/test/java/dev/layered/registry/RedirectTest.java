package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RedirectTest {

    private static final String NAME = "shop/cart";
    private static final byte[] CONTENT = bytes(5000);
    private static final Descriptor BLOB = descriptor(CONTENT);

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
        fixture.registry.contents().blob(NAME, CONTENT);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private byte[] read() throws IOException {
        return fixture.repository(NAME).read(BLOB, InputStream::readAllBytes);
    }

    @Test
    void readWhenSentToAnotherHostSendsNoAuthorizationThere() throws IOException {
        fixture.with(RegistryFixture.password("ada", "canary"));
        fixture.registry.desk().askForPassword("ada:canary");
        try (ScriptedRegistry other = ScriptedRegistry.start()) {
            other.always("GET", "", Reaction.reply(Reply.of(200).body(CONTENT)));
            fixture.registry.always(
                    "GET",
                    "blobs/",
                    Reaction.change(reply -> reply.status() == 401
                            ? reply
                            : Reply.of(307).with("Location", "http://" + other.host() + "/b?signature=s")));
            assertThat(read()).isEqualTo(CONTENT);
            assertThat(other.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.authorization()).isEmpty());
        }
    }

    @Test
    void readWhenSentInCirclesFails() {
        fixture.registry.always("GET", "blobs/", Reaction.reply(Reply.of(307).with("Location", "/v2/a/blobs/x")));
        assertFailure(this::read).hasId("registry-answer");
        assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(6);
    }

    @Test
    void readWhenSentOnByAnotherHostGoesOnAtThatHost() throws IOException {
        try (ScriptedRegistry other = ScriptedRegistry.start()) {
            other.always("GET", "^/first$", Reaction.reply(Reply.of(307).with("Location", "/second")));
            other.always("GET", "^/second$", Reaction.reply(Reply.of(200).body(CONTENT)));
            fixture.registry.always(
                    "GET",
                    "blobs/",
                    Reaction.reply(Reply.of(307).with("Location", "http://" + other.host() + "/first")));
            assertThat(read()).isEqualTo(CONTENT);
            assertThat(fixture.registry.count("GET", "second")).isZero();
        }
    }
}
