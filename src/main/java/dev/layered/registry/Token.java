package dev.layered.registry;

import java.time.Duration;
import java.time.Instant;

/** What goes into the Authorization header, and until when it is of use. */
record Token(String header, Instant end) {

    /** A token may run out on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** Returns what is the credentials themselves, so that no server renews it. */
    static Token lasting(String header) {
        return new Token(header, Instant.MAX);
    }

    boolean isLasting() {
        return end.equals(Instant.MAX);
    }

    boolean isValid(Instant now) {
        return now.isBefore(end);
    }

    /** Returns a token that the server said to last that long from now. */
    static Token of(String header, Instant now, Duration lasts) {
        Duration used = lasts.compareTo(MARGIN.multipliedBy(2)) > 0 ? lasts.minus(MARGIN) : lasts.dividedBy(2);
        return new Token(header, now.plus(used));
    }
}
