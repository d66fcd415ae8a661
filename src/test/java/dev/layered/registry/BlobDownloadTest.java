package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BlobDownloadTest {

    private static final String NAME = "shop/cart";
    private static final byte[] CONTENT = bytes(3_000_000);
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

    private Reaction changed(UnaryOperator<byte[]> change) {
        return Reaction.change(reply -> reply.body(change.apply(reply.body().clone())));
    }

    private static byte[] flipped(byte[] bytes) {
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }

    @Test
    void readWhenThereGivesContentInOneRequest() throws IOException {
        assertThat(read()).isEqualTo(CONTENT);
        assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(1);
    }

    @Test
    void openWhenCutGoesOnWhereItWasCut() throws IOException {
        fixture.registry.once("GET", "blobs/", Reaction.cutAfter(1_000_000));
        try (InputStream content = fixture.repository(NAME).open(BLOB)) {
            assertThat(content.readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(2);
    }

    @Test
    void openWhenCutAndNoPartsAreSentBeginsAgain() throws IOException {
        fixture.registry.once("GET", "blobs/", Reaction.cutAfter(1_000_000));
        fixture.registry.once("GET", "blobs/", Reaction.reply(Reply.of(200).body(CONTENT)));
        assertThat(read()).isEqualTo(CONTENT);
    }

    @Test
    void openWhenCutForEverFails() {
        fixture.registry.always("GET", "blobs/", Reaction.cutAfter(1000));
        assertFailure(this::read).hasId("registry-unreachable").isOutside().whatContains("6 attempts");
        assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(6);
    }

    @Test
    void openWhenBusyTwicePasses() throws IOException {
        fixture.registry.on("GET", "blobs/", 2, Reaction.status(503));
        assertThat(read()).isEqualTo(CONTENT);
        assertThat(fixture.waits).hasSize(2).isSorted();
    }

    @Test
    void openWhenNothingComesGoesOn() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (RegistryFixture impatient = RegistryFixture.impatient()) {
            impatient.registry.contents().blob(NAME, CONTENT);
            impatient.registry.once("GET", "blobs/", Reaction.stallAfter(1000, end));
            assertThat(impatient.repository(NAME).read(BLOB, InputStream::readAllBytes))
                    .isEqualTo(CONTENT);
            end.countDown();
        }
    }

    @Test
    void readWhenOneBitIsFlippedOnceReadsAgain() throws IOException {
        fixture.registry.once("GET", "blobs/", changed(BlobDownloadTest::flipped));
        assertThat(read()).isEqualTo(CONTENT);
        assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(2);
    }

    @Test
    void readWhenOneBitIsFlippedAlwaysFailsAfterTheSecondTime() {
        fixture.registry.always("GET", "blobs/", changed(BlobDownloadTest::flipped));
        assertFailure(this::read)
                .hasId("registry-blob-wrong")
                .isOutside()
                .what("The registry sent other content than " + BLOB.digest() + " of 3000000 bytes.")
                .where(fixture.registry.host() + "/" + NAME)
                .fix("try again later, or ask who runs the registry or the proxy before it");
        assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(2);
    }

    @Test
    void readWhenLongerOrShorterFails() {
        for (int size : List.of(CONTENT.length - 1, CONTENT.length + 1)) {
            fixture.registry.on("GET", "blobs/", 2, changed(bytes -> Arrays.copyOf(bytes, size)));
            assertFailure(this::read).hasId("registry-blob-wrong");
        }
        assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(4);
        assertThat(fixture.waits).isEmpty();
    }

    @Test
    void readWhenEndlessFails() {
        fixture.registry.always("GET", "blobs/", Reaction.endless(Reply.of(200)));
        assertFailure(this::read).hasId("registry-blob-wrong");
    }

    @Test
    void readWhenReaderFailsIsNotReadAgain() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> fixture.repository(NAME).read(BLOB, content -> {
                            throw new IOException("the disk is full");
                        })))
                .hasMessage("the disk is full");
        assertThat(fixture.registry.count("GET", "blobs/")).isEqualTo(1);
    }

    @Test
    void openWhenAbsentFails() {
        Descriptor other = descriptor(bytes(17));
        assertFailure(() -> fixture.repository(NAME).open(other))
                .hasId("registry-blob-absent")
                .what("The repository does not have the blob " + other.digest() + " that its manifest names.")
                .where("GET " + fixture.registry.host() + "/v2/shop/cart/blobs/" + other.digest())
                .fix("push the image again with -Dlayered.reuse=none, or choose another one");
    }
}
