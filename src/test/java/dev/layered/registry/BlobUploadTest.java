package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.BlobSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BlobUploadTest {

    private static final String NAME = "shop/cart";
    private static final byte[] CONTENT = bytes(3_000_000);

    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private boolean put() {
        return fixture.repository(NAME).put(blob(CONTENT), TransferLog.SILENT);
    }

    private void assertStoredOnce() {
        assertThat(fixture.registry.contents().blob(NAME, descriptor(CONTENT).digest()))
                .contains(CONTENT);
        assertThat(fixture.registry.count("PUT", "blobs/uploads")).isEqualTo(1);
    }

    @Test
    void putWhenAbsentSendsContentOnceAndTellsHowFar() {
        List<Long> told = new ArrayList<>();
        assertThat(fixture.repository(NAME).put(blob(CONTENT), told::add)).isTrue();
        assertStoredOnce();
        assertThat(told).isSorted().startsWith(0L).endsWith((long) CONTENT.length);
        assertThat(fixture.registry.bytesReceived()).isEqualTo(CONTENT.length);
    }

    @Test
    void putWhenThereSendsNothing() {
        fixture.registry.contents().blob(NAME, CONTENT);
        assertThat(put()).isFalse();
        assertThat(fixture.registry.count("POST", "")).isZero();
    }

    @Test
    void putManyUsesConnectionsAgain() {
        for (int i = 1; i <= 10; i++) {
            fixture.repository(NAME).put(blob(bytes(i)), TransferLog.SILENT);
        }
        // finding out that it speaks no TLS took one more
        assertThat(fixture.registry.requests().stream()
                        .map(ScriptedRegistry.Seen::client)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void putWhenBusyTwiceOnEachRequestPassesWithGrowingWaits() {
        fixture.registry.on("HEAD", "blobs/", 2, Reaction.status(503));
        fixture.registry.on("POST", "", 1, Reaction.status(502));
        fixture.registry.on("PUT", "blobs/", 2, Reaction.status(503));
        assertThat(put()).isTrue();
        assertThat(fixture.waits).hasSize(5).isSorted().allMatch(wait -> wait.compareTo(Duration.ofSeconds(8)) <= 0);
        assertThat(fixture.told).anyMatch(text -> text.contains("503") && text.contains("attempt 2 of 6"));
    }

    @Test
    void putWhenPatchIsBusyBeginsAnotherUpload() {
        fixture.registry.once("PUT", "blobs/uploads", Reaction.status(405));
        fixture.registry.once("PATCH", "", Reaction.status(503));
        assertThat(put()).isTrue();
        assertThat(fixture.registry.contents().blob(NAME, descriptor(CONTENT).digest()))
                .contains(CONTENT);
        assertThat(fixture.registry.count("POST", "")).isEqualTo(3);
    }

    @Test
    void putWhenResetAfterOneMegabyteBeginsAnotherUpload() {
        List<Long> told = new ArrayList<>();
        fixture.registry.once("PUT", "", Reaction.resetAfter(1 << 20));
        assertThat(fixture.repository(NAME).put(blob(CONTENT), told::add)).isTrue();
        assertThat(fixture.registry.contents().blob(NAME, descriptor(CONTENT).digest()))
                .contains(CONTENT);
        assertThat(fixture.registry.count("POST", "")).isEqualTo(2);
        assertThat(told.stream().filter(bytes -> bytes == 0)).hasSize(2);
        assertThat(told).endsWith((long) CONTENT.length);
    }

    @Test
    void putWhenResetForEverFailsAfterSixAttempts() {
        fixture.registry.always("PUT", "", Reaction.resetAfter(1 << 20));
        assertFailure(this::put)
                .hasId("registry-unreachable")
                .isOutside()
                .isPrintable()
                .whatContains("in 6 attempts")
                .fix("check the name of the registry and the network, or try again later");
        assertThat(fixture.registry.count("PUT", "")).isEqualTo(6);
        assertThat(fixture.waited()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void putWhenAnswerIsLostFindsContentThere() {
        fixture.registry.once("PUT", "", Reaction.loseAnswer());
        assertThat(put()).isTrue();
        assertStoredOnce();
    }

    @Test
    void putWhenStoredButAnsweredWithErrorFindsContentThere() {
        fixture.registry.once("PUT", "", Reaction.change(reply -> Reply.of(500)));
        assertThat(put()).isTrue();
        assertStoredOnce();
    }

    @Test
    void putWhenNothingIsTakenTriesAgain() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (RegistryFixture impatient = RegistryFixture.impatient()) {
            impatient.registry.once("PUT", "", Reaction.stall(end));
            impatient.repository(NAME).put(blob(CONTENT), TransferLog.SILENT);
            assertThat(impatient
                            .registry
                            .contents()
                            .blob(NAME, descriptor(CONTENT).digest()))
                    .contains(CONTENT);
            end.countDown();
        }
    }

    @Test
    void putWhenLocationIsAbsolutePasses() {
        fixture.registry.once(
                "POST",
                "",
                Reaction.change(reply -> reply.with(
                        "Location",
                        "http://" + fixture.registry.host() + reply.headers().get("Location"))));
        assertThat(put()).isTrue();
        assertStoredOnce();
    }

    @Test
    void putWhenLocationIsMissingFails() {
        fixture.registry.once("POST", "", Reaction.change(reply -> reply.without("Location")));
        assertFailure(this::put)
                .hasId("registry-answer")
                .what("This is not a registry's answer: the registry sent no Location.")
                .where("POST " + fixture.registry.host() + "/v2/shop/cart/blobs/uploads/")
                .fix("check the name of the registry; a proxy or a login page may stand before it");
    }

    @Test
    void putWhenLocationIsNoAddressFails() {
        fixture.registry.once("POST", "", Reaction.change(reply -> reply.with("Location", "ftp:\\x y")));
        assertFailure(this::put).hasId("registry-answer").isPrintable();
    }

    @Test
    void putWhenLocationIsOnAnotherHostSendsNoAuthorizationThere() throws IOException {
        fixture.with(RegistryFixture.password("ada", "canary"));
        fixture.registry.desk().askForPassword("ada:canary");
        try (ScriptedRegistry other = ScriptedRegistry.start()) {
            other.always("PUT", "", Reaction.change(reply -> Reply.of(201)));
            fixture.registry.once(
                    "POST",
                    "",
                    Reaction.change(reply -> reply.status() == 202
                            ? reply.with("Location", "http://" + other.host() + "/up?x=1")
                            : reply));
            fixture.registry.once(
                    "POST",
                    "",
                    Reaction.change(reply -> reply.status() == 202
                            ? reply.with("Location", "http://" + other.host() + "/up?x=1")
                            : reply));
            assertThat(put()).isTrue();
            assertThat(other.requests()).singleElement().satisfies(request -> {
                assertThat(request.authorization()).isEmpty();
                assertThat(request.target()).startsWith("/up?x=1&digest=sha256");
            });
        }
    }

    @Test
    void putWhenContentIsOtherThanNamedFailsWithoutAnotherAttempt() {
        BlobSource source = descriptor -> new ByteArrayInputStream(bytes(CONTENT.length - 1));
        assertFailure(() -> fixture.repository(NAME).put(source.blob(descriptor(CONTENT)), TransferLog.SILENT))
                .hasId("registry-content")
                .what("What was to be sent is not the content that "
                        + descriptor(CONTENT).digest() + " names.")
                .where(descriptor(CONTENT).digest().text())
                .fix("build the image again");
        assertThat(fixture.registry.count("PUT", "")).isLessThanOrEqualTo(1);
    }

    @Test
    void putWhenContentCannotBeReadSaysWhy() {
        BlobSource source = descriptor -> {
            throw new IOException("the disk is gone");
        };
        assertFailure(() -> fixture.repository(NAME).put(source.blob(descriptor(CONTENT)), TransferLog.SILENT))
                .hasId("registry-content")
                .what("What was to be sent cannot be read: the disk is gone.");
    }
}
