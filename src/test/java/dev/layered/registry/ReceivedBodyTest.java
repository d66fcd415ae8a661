package dev.layered.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ReceivedBodyTest {

    private final ReceivedBody body = new ReceivedBody(Duration.ofHours(1));

    @BeforeEach
    void subscribe() {
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        });
    }

    @Test
    void readWhenAPortionIsEmptyGoesOn() throws IOException {
        body.onNext(List.of());
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2})));
        body.onComplete();
        assertThat(body.readAllBytes()).containsExactly(1, 2);
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void readWhenItBrokeOffFailsAtOnceEachTime() {
        body.onError(new IOException("connection reset"));
        assertThatThrownBy(body::read).hasMessage("connection reset");
        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }

    @Test
    void readWhenClosedFailsAtOnce() {
        body.close();
        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
}
