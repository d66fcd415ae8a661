package dev.layered.registry;

import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SentBodyTest {

    private static final byte[] CONTENT = bytes(100_000);

    private final AtomicInteger open = new AtomicInteger();

    private Blob counted() {
        BlobSource source = descriptor -> {
            open.incrementAndGet();
            return new ByteArrayInputStream(CONTENT) {
                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        };
        return source.blob(descriptor(CONTENT));
    }

    @Test
    void closeWhenPartWasReadClosesTheContent() {
        SentBody body = SentBody.of(counted(), TransferLog.SILENT);
        new First().subscribeTo(body.publisher());
        assertThat(open).hasValue(1);
        body.close();
        assertThat(open).hasValue(0);
    }

    @Test
    void publisherWhenClosedBeforeOpensNothing() {
        SentBody body = SentBody.of(counted(), TransferLog.SILENT);
        BodyPublisher late = body.publisher();
        body.close();
        assertThat(new First().subscribeTo(late).failed()).isTrue();
        assertThat(open).hasValue(0);
    }

    /** Asks for one piece and for no more, as a client that gives up. */
    private static final class First implements Flow.Subscriber<ByteBuffer> {

        private final CompletableFuture<Boolean> failed = new CompletableFuture<>();

        First subscribeTo(BodyPublisher publisher) {
            publisher.subscribe(this);
            return this;
        }

        boolean failed() {
            return failed.join();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            failed.complete(false);
        }

        @Override
        public void onError(Throwable failure) {
            failed.complete(true);
        }

        @Override
        public void onComplete() {
            failed.complete(false);
        }
    }
}
