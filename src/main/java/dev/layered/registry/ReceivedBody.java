package dev.layered.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream that gives up when nothing comes for the stall time.
 *
 * <p>Holds one portion at a time, so that a slow reader slows the sender. Closed before its end it gives up the
 * connection.
 */
final class ReceivedBody extends InputStream implements HttpResponse.BodySubscriber<ReceivedBody> {

    /** Bytes, of which there may be none, or the end, with its reason where it is a bad one. */
    private record Portion(List<ByteBuffer> bytes, boolean isEnd, Throwable failure) {}

    private final BlockingQueue<Portion> portions = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> unread = new ArrayDeque<>();
    private final Duration stall;
    private volatile Flow.Subscription subscription;
    private volatile boolean closed;
    private boolean ended;

    ReceivedBody(Duration stall) {
        this.stall = stall;
    }

    @Override
    public CompletionStage<ReceivedBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription to) {
        subscription = to;
        if (closed) {
            to.cancel();
        } else {
            to.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        portions.add(new Portion(bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        portions.add(new Portion(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        portions.add(new Portion(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (!ended && (unread.isEmpty() || !unread.peek().hasRemaining())) {
            if (unread.poll() == null) {
                take();
            }
        }
        if (ended) {
            return -1;
        }
        ByteBuffer buffer = unread.peek();
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    /**
     * Returns what is read of the body; a body that has not come by then is given up, however its bytes trickle.
     *
     * @throws IOException if it has not come, or breaks off before
     */
    byte[] within(Duration total, Reading reading) throws IOException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        end.orTimeout(total.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            onError(new HttpTimeoutException("the answer did not end within " + Waiting.text(total)));
            return null;
        });
        try {
            return reading.bytes();
        } finally {
            end.complete(null);
        }
    }

    /** Reads bytes of the body. */
    @FunctionalInterface
    interface Reading {
        byte[] bytes() throws IOException;
    }

    private void take() throws IOException {
        if (closed) {
            throw new IOException("nobody waits for the rest any more");
        }
        Portion portion;
        try {
            portion = portions.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            close();
            throw Interrupted.here();
        }
        if (portion == null) {
            close();
            throw new HttpTimeoutException("nothing came for " + Waiting.text(stall));
        }
        if (portion.failure() != null) {
            close(); // else who reads on waits for what cannot come
            throw new IOException(Reason.of(portion.failure()), portion.failure());
        }
        if (portion.isEnd()) {
            ended = true;
            return;
        }
        unread.addAll(portion.bytes());
        subscription.request(1);
    }

    @Override
    public void close() {
        closed = true;
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }
}
