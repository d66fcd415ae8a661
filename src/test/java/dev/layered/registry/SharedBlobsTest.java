package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.outcome.Transfer.Way;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SharedBlobsTest {

    private static final byte[] CONTENT = bytes(5000);

    private final ExecutorService modules = Executors.newFixedThreadPool(4);
    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start();
    }

    @AfterEach
    void stop() {
        modules.shutdownNow();
        fixture.close();
    }

    private Way bring(String repository) {
        return fixture.registries()
                .target(fixture.registry.reference(repository))
                .bring(blob(CONTENT), List.of(), TransferLog.SILENT)
                .way();
    }

    @Test
    void bringWhenAnotherModuleIsSendingItWaitsAndMounts() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(3);
        fixture.registry.once("PUT", "shop/first", (exchange, usual) -> {
            sending.countDown();
            await(seen);
            usual.reply().send(exchange);
        });
        fixture.registry.on("HEAD", "shop/other", 3, (exchange, usual) -> {
            usual.reply().send(exchange);
            seen.countDown();
        });

        Future<Way> first = modules.submit(() -> bring("shop/first"));
        await(sending);
        List<Future<Way>> others = List.of(
                modules.submit(() -> bring("shop/other-a")),
                modules.submit(() -> bring("shop/other-b")),
                modules.submit(() -> bring("shop/other-c")));

        assertThat(first.get()).isEqualTo(Way.UPLOADED);
        for (Future<Way> other : others) {
            assertThat(other.get()).isEqualTo(Way.MOUNTED);
        }
        assertThat(fixture.registry.bytesReceived()).isEqualTo(CONTENT.length);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void bringWhenTheSendingFailedSendsItItself() {
        fixture.registry.once("POST", "shop/first", Reaction.status(403));
        assertFailure(() -> bring("shop/first")).hasId("registry-denied");
        assertThat(bring("shop/other")).isEqualTo(Way.UPLOADED);
        assertThat(bring("shop/first")).isEqualTo(Way.MOUNTED);
    }

    @Test
    void bringWhenRegistryDoesNotMountSendsItToEach() {
        fixture.registry.always("POST", "mount=", Reaction.status(405));
        assertThat(bring("shop/first")).isEqualTo(Way.UPLOADED);
        assertThat(bring("shop/other")).isEqualTo(Way.UPLOADED);
        assertThat(bring("shop/first")).isEqualTo(Way.THERE);
    }

    @Test
    void bringWhenOneRepositoryWasFoundToHaveItMountsItFromThere() {
        fixture.registry.contents().blob("shop/first", CONTENT);
        assertThat(bring("shop/first")).isEqualTo(Way.THERE);
        assertThat(bring("shop/other")).isEqualTo(Way.MOUNTED);
        assertThat(fixture.registry.bytesReceived()).isZero();
    }

    @Test
    void bringAsksOnceWhetherItIsThere() {
        bring("shop/first");
        bring("shop/other");
        assertThat(fixture.registry.count("HEAD", "/blobs/")).isEqualTo(2);
    }

    @Test
    void bringGetsOneTokenForRepositoryAndOneToMount() {
        fixture.with(password("ada", "canary"));
        fixture.registry.desk().askForToken("ada:canary");
        bring("shop/first");
        bring("shop/other");
        bring("shop/first");
        assertThat(fixture.registry.count("GET", "/token")).isEqualTo(3);
        assertThat(fixture.registry.count("GET", "scope=repository%3Ashop%2Ffirst%3Apull%2Cpush&account"))
                .isEqualTo(1);
        assertThat(fixture.registry.count("GET", "scope=repository%3Ashop%2Fother%3Apull%2Cpush&account"))
                .isEqualTo(1);
    }

    @Test
    void bringWhenTheTokenForBothRepositoriesIsRefusedSendsItWithItsOwn() {
        fixture.with(password("ada", "canary"));
        fixture.registry.desk().askForToken("ada:canary");
        fixture.registry.always("GET", "/token.*scope=.*scope=", Reaction.status(401));
        assertThat(bring("shop/first")).isEqualTo(Way.UPLOADED);
        assertThat(bring("shop/other")).isEqualTo(Way.UPLOADED);
    }
}
