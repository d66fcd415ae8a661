package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An answer that may be another one next time. */
final class TransientFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient LayeredFailure lasting;
    private final transient Optional<Duration> wait;

    /** {@code lasting} is what it becomes when it does not pass; {@code wait} is what the server asked for. */
    TransientFailure(String message, LayeredFailure lasting, Optional<Duration> wait) {
        super(message);
        this.lasting = lasting;
        this.wait = wait;
    }

    LayeredFailure lasting() {
        return lasting;
    }

    Optional<Duration> waiting() {
        return wait;
    }
}
