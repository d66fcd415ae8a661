package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users read when a registry does not take a layer. */
final class RefusedUploadTest {

    private static final byte[] CONTENT = bytes(200_000);
    private static final String DIGEST = descriptor(CONTENT).digest().text();
    private static final String SUBJECT = "blob " + DIGEST + " (200000 bytes, " + DIGEST + ")";

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private FailureAssert assertRefused() {
        return assertFailure(() -> fixture.repository("shop/cart").put(blob(CONTENT), TransferLog.SILENT))
                .isOutside()
                .isPrintable();
    }

    private void assertSentOnce() {
        assertThat(fixture.waits).isEmpty();
        assertThat(fixture.registry.count("PUT", "")).isLessThanOrEqualTo(1);
    }

    @Test
    void putWhenTooLargeNamesBlobAndAdvises() {
        Reply html = Reply.of(413).with("Content-Type", "text/html").text("<html>too <b>large</b></html>");
        fixture.registry.always("PUT", "", Reaction.reply(html));
        assertRefused()
                .hasId("registry-too-large")
                .what("The registry refused " + SUBJECT + ": 413 an HTML page.")
                .where("PUT " + fixture.registry.host() + "/v2/shop/cart/blobs/uploads/session-1")
                .fixContains("client_max_body_size", "<depLayers>");
        assertSentOnce();
    }

    @Test
    void putWhenTooLargeIsAnsweredBeforeTheContentCameIsNotTriedAgain() {
        fixture.registry.always("PUT", "", (exchange, usual) -> {
            exchange.sendResponseHeaders(413, -1);
            exchange.close();
        });
        assertRefused().hasId("registry-too-large");
        assertSentOnce();
    }

    @Test
    void putWhenQuotaIsUsedUpAdvises() {
        fixture.registry.always("PUT", "", Reaction.reply(Reply.error(403, "DENIED", "Quota exceeded")));
        assertRefused()
                .hasId("registry-quota")
                .what("The registry refused " + SUBJECT + ": 403 DENIED: Quota exceeded.")
                .fix("delete images from the registry, or raise its quota");
        assertSentOnce();
    }

    @Test
    void putWhenNotAllowedNamesWhoAsked() {
        fixture.with(RegistryFixture.password("ada", "canary"));
        fixture.registry.desk().askForPassword("ada:canary");
        Reply denied = Reply.error(403, "DENIED", "no push for\\u001b[31m you");
        fixture.registry.always("PUT", "", Reaction.reply(denied));
        assertRefused()
                .hasId("registry-denied")
                .what("The registry refused " + SUBJECT + ": 403 DENIED: no push for\\u001b[31m you.")
                .where("PUT " + fixture.registry.host()
                        + "/v2/shop/cart/blobs/uploads/session-1 as user 'ada' from the test")
                .fix("ask for the right, or give credentials that have it");
        assertSentOnce();
    }

    @Test
    void putWhenMethodIsNotAllowedAdvises() {
        fixture.registry.always("POST", "", Reaction.reply(Reply.error(405, "UNSUPPORTED", "read only")));
        assertRefused().hasId("registry-refused").fix("name a registry that can be written to");
        assertSentOnce();
    }

    @Test
    void putWhenProxyAnswersWithPageSaysSo() {
        Reply page =
                Reply.of(200).with("Content-Type", "text/html; charset=utf-8").text("<html>log in</html>");
        fixture.registry.always("POST", "", Reaction.reply(page));
        assertRefused().hasId("registry-answer").what("This is not a registry's answer: an HTML page.");
        assertSentOnce();
    }

    @Test
    void putWhenSentToLoginSaysSo() {
        fixture.registry.always("POST", "", Reaction.reply(Reply.of(302).with("Location", "/login")));
        assertRefused().hasId("registry-answer").what("This is not a registry's answer: status 302.");
    }

    @Test
    void putWhenCheckIsSentToLoginPageFails() {
        fixture.registry.always("HEAD", "blobs", Reaction.reply(Reply.of(302).with("Location", "/login")));
        fixture.registry.always("HEAD", "login", Reaction.reply(Reply.of(200).with("Content-Type", "text/html")));
        assertRefused().hasId("registry-answer");
    }

    @Test
    void putWhenErrorBodyNeverEndsReadsItsBeginning() {
        fixture.registry.always("POST", "", Reaction.endless(Reply.of(404)));
        assertRefused().hasId("registry-refused");
    }

    @Test
    void putWhenAskedToWaitSecondsWaitsThatLong() {
        fixture.registry.once("POST", "", Reaction.reply(Reply.of(429).with("Retry-After", "7")));
        fixture.repository("shop/cart").put(blob(CONTENT), TransferLog.SILENT);
        assertThat(fixture.waits).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void putWhenAskedToWaitUntilDateWaitsUntilThen() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                RegistryFixture.START.plusSeconds(30).atOffset(ZoneOffset.UTC));
        fixture.registry.once("POST", "", Reaction.reply(Reply.of(429).with("Retry-After", date)));
        fixture.repository("shop/cart").put(blob(CONTENT), TransferLog.SILENT);
        assertThat(fixture.waits).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void putWhenLimitedWithoutTimeWaitsAsUsual() {
        fixture.registry.once("POST", "", Reaction.reply(Reply.of(429).with("Retry-After", "soon")));
        fixture.repository("shop/cart").put(blob(CONTENT), TransferLog.SILENT);
        assertThat(fixture.waits).singleElement().matches(wait -> wait.compareTo(Duration.ofSeconds(1)) < 0);
    }

    @Test
    void putWhenAskedToWaitTooLongFailsNamingTheTime() {
        Reply limited = Reply.error(429, "TOOMANYREQUESTS", "slow down").with("Retry-After", "3600");
        fixture.registry.always("POST", "", Reaction.reply(limited));
        assertRefused()
                .hasId("registry-busy")
                .what("The registry could not answer: 429 TOOMANYREQUESTS: slow down. It asks to wait 1 h;"
                        + " an operation waits 10 min at most.")
                .where("POST " + fixture.registry.host() + "/v2/shop/cart/blobs/uploads/")
                .fix("try again later, or ask who runs the registry");
        assertThat(fixture.waits).isEmpty();
    }
}
