package dev.layered.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** What a server of the tests does with a request instead of what it should do. */
@FunctionalInterface
public interface Reaction {

    /** What the server should do. */
    @FunctionalInterface
    interface Usual {
        Reply reply() throws IOException;
    }

    /** Deals with the request. */
    void react(HttpExchange exchange, Usual usual) throws IOException;

    /** Answers so and does nothing. */
    static Reaction reply(Reply reply) {
        return (exchange, usual) -> reply.send(exchange);
    }

    /** Answers with that status and does nothing. */
    static Reaction status(int status) {
        return reply(Reply.of(status));
    }

    /** Does what it should and answers otherwise. */
    static Reaction change(UnaryOperator<Reply> change) {
        return (exchange, usual) -> change.apply(usual.reply()).send(exchange);
    }

    /** Reads so many bytes of the request and closes the connection. */
    static Reaction resetAfter(int bytes) {
        return (exchange, usual) -> {
            exchange.getRequestBody().readNBytes(bytes);
            exchange.close();
        };
    }

    /** Does what it should and never tells. */
    static Reaction loseAnswer() {
        return (exchange, usual) -> {
            usual.reply();
            exchange.close();
        };
    }

    /** Sends so many bytes of the body and closes the connection. */
    static Reaction cutAfter(int bytes) {
        return (exchange, usual) -> {
            Reply reply = usual.reply();
            reply.begin(exchange, reply.body().length);
            exchange.getResponseBody().write(reply.body(), 0, bytes);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Sends so many bytes of the body, and no more until the latch opens. */
    static Reaction stallAfter(int bytes, CountDownLatch end) {
        return (exchange, usual) -> {
            Reply reply = usual.reply();
            reply.begin(exchange, reply.body().length);
            exchange.getResponseBody().write(reply.body(), 0, bytes);
            exchange.getResponseBody().flush();
            awaitQuietly(end);
            exchange.close();
        };
    }

    /** Takes nothing of the body until the latch opens. */
    static Reaction stall(CountDownLatch end) {
        return (exchange, usual) -> {
            awaitQuietly(end);
            exchange.close();
        };
    }

    /** Answers with that head and a body that never ends. */
    static Reaction endless(Reply head) {
        return (exchange, usual) -> {
            head.text(" ").begin(exchange, 0);
            byte[] spaces = new byte[1 << 16];
            Arrays.fill(spaces, (byte) ' ');
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(spaces);
                }
            }
        };
    }

    /** Answers with that head and one byte after the other, with such a pause between them. */
    static Reaction trickle(Reply head, Duration pause) {
        return (exchange, usual) -> {
            head.text(" ").begin(exchange, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(' ');
                    out.flush();
                    LockSupport.parkNanos(pause.toNanos());
                }
            }
        };
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
