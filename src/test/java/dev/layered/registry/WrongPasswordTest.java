package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static dev.layered.registry.RegistryFixture.password;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a wrong password is sent: accounts are locked after a few failures. */
@Timeout(60)
final class WrongPasswordTest {

    private static final int THREADS = 8;

    private final CyclicBarrier all = new CyclicBarrier(THREADS);
    private RegistryFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = RegistryFixture.start().with(password("ada", "wrong"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Asks for a blob of as many repositories at a time, none of which was answered before all have asked. */
    private void askAtOnce(boolean isAccepted) throws Exception {
        fixture.registry.on("HEAD", "", THREADS, (exchange, usual) -> {
            awaitAll();
            usual.reply().send(exchange);
        });
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> asking = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(number -> workers.submit(() -> ask("shop/part" + number, isAccepted)))
                    .toList();
            for (Future<?> one : asking) {
                one.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void awaitAll() throws IOException {
        try {
            all.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IOException(e);
        }
    }

    private void ask(String name, boolean isAccepted) {
        if (isAccepted) {
            assertThat(fixture.repository(name).has(descriptor(bytes(5)))).isFalse();
        } else {
            assertFailure(() -> fixture.repository(name).has(descriptor(bytes(5))))
                    .hasId("registry-credentials");
        }
    }

    private long sent() {
        return fixture.registry.requests().stream()
                .filter(request -> request.authorization().startsWith("Basic "))
                .count();
    }

    @Test
    void hasWhenPasswordIsWrongSendsItOnceForAllThreads() throws Exception {
        fixture.registry.desk().askForPassword("ada:canary");
        askAtOnce(false);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void hasWhenPasswordIsWrongForTokensSendsItOnceForAllThreads() throws Exception {
        fixture.registry.desk().askForToken("ada:canary");
        askAtOnce(false);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void hasWhenPasswordIsRightServesAllThreads() throws Exception {
        fixture.with(password("ada", "canary")).registry.desk().askForPassword("ada:canary");
        askAtOnce(true);
        assertThat(sent()).isEqualTo(THREADS);
    }

    @Test
    void mountWhenPasswordIsWrongAndEverybodyMayReadLeavesItToTheUploadToFindOut() {
        fixture.registry.desk().askForPassword("ada:canary");
        fixture.registry.always("HEAD", "", Reaction.status(404));
        ImageRepository cart = fixture.repository("shop/cart");
        for (int size = 1; size < 5; size++) {
            assertThat(cart.mount(descriptor(bytes(size)), fixture.repository("base/jre")))
                    .isFalse();
        }
        assertThat(sent()).isEqualTo(1);
        assertFailure(() -> cart.put(blob(bytes(9)), TransferLog.SILENT)).hasId("registry-credentials");
        assertFailure(() -> cart.put(blob(bytes(8)), TransferLog.SILENT)).hasId("registry-credentials");
        assertThat(fixture.registry.requests())
                .filteredOn(request -> request.method().equals("POST")
                        && !request.authorization().isEmpty())
                .hasSize(2);
    }
}
