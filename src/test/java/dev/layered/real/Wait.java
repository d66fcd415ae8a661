package dev.layered.real;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Waiting that ends. */
final class Wait {

    private Wait() {}

    /** Something that comes true some day, or not. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** What to say when it did not. */
    interface Explanation {
        String text() throws IOException;
    }

    /** Asks four times a second until the condition holds; fails after that many seconds. */
    static void atMost(int seconds, Condition condition, Explanation otherwise) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + seconds + " s: " + otherwise.text());
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while waiting", e);
            }
        }
    }
}
