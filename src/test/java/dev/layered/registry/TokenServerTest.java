package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static dev.layered.registry.RegistryFixture.password;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server of tokens may answer, or be. */
final class TokenServerTest {

    private static final String NAME = "shop/cart";
    private static final byte[] CONTENT = bytes(5000);

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start().with(password("ada", "canary"));
        fixture.registry.desk().askForToken("ada:canary");
    }

    @AfterEach
    void stop() {
        assertThat(fixture.told).noneMatch(text -> text.contains("canary"));
        fixture.close();
    }

    @Test
    void hasWhenTokenServerNeedsTlsAndHasNoneSendsNothing() {
        fixture.registry.desk().realm("http://tokens.example.com/token");
        assertFailure(() -> fixture.repository(NAME).has(descriptor(CONTENT)))
                .hasId("registry-not-tls")
                .what("'tokens.example.com' was to be spoken to without TLS.")
                .where("http://tokens.example.com/token")
                .fix("name tokens.example.com in <allowInsecureRegistries> if that may be");
    }

    @Test
    void hasWhenTokenServerIsNoAddressFails() {
        for (String realm : List.of("", "token", "file:///etc/passwd", "http://user@h/", "http:// x/", "http:///x")) {
            fixture.registry.desk().realm(realm.isEmpty() ? " " : realm);
            assertFailure(() -> fixture.repository(NAME).has(descriptor(CONTENT)))
                    .hasId("registry-realm")
                    .isPrintable();
        }
        assertThat(fixture.registry.count("GET", "/token")).isZero();
    }

    @Test
    void hasWhenTokenServerSaysNonsenseFails() {
        List<Reply> answers = List.of(
                Reply.of(200).text("{}"),
                Reply.of(200).text("[1"),
                Reply.of(200).text("{\"token\":\"a b\"}"),
                Reply.of(200).text("{\"token\":7}"),
                Reply.of(200).with("Content-Type", "text/html").text("<html>"),
                Reply.of(302).with("Location", "/login"));
        for (Reply answer : answers) {
            fixture.registry.once("GET", "/token", Reaction.reply(answer));
            assertFailure(() -> fixture.repository(NAME).has(descriptor(CONTENT)))
                    .hasId("registry-answer")
                    .isOutside();
        }
        fixture.registry.once("GET", "/token", Reaction.endless(Reply.of(200)));
        assertFailure(() -> fixture.repository(NAME).has(descriptor(CONTENT))).hasId("registry-too-long");
    }

    @Test
    void hasWhenTokenServerIsBusyTriesAgain() {
        fixture.registry.on("GET", "/token", 2, Reaction.status(503));
        assertThat(fixture.repository(NAME).has(descriptor(CONTENT))).isFalse();
        assertThat(fixture.waits).hasSize(2);
    }
}
