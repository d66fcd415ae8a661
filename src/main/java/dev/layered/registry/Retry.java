package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One operation that is tried again, as a whole, while what goes wrong may pass. Not thread-safe. */
final class Retry {

    private static final int ATTEMPTS = 6;
    /** The name of a host is rarely unknown for a moment. */
    private static final int ATTEMPTS_OF_UNKNOWN = 3;

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final String operation;
    private final RegistryTimes times;
    private final RetryNotes notes;
    private Duration waited = Duration.ZERO;
    private int attempt = 1;
    private int attempts = ATTEMPTS;

    Retry(String operation, RegistryTimes times, RetryNotes notes) {
        this.operation = operation;
        this.times = times;
        this.notes = notes;
    }

    /** Lets there be fewer attempts. */
    Retry atMost(int fewer) {
        attempts = Math.min(attempts, fewer);
        return this;
    }

    /** Something that asks a registry. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException;
    }

    /** Returns what the first attempt gives that comes through. */
    <T> T run(Attempt<T> work) {
        try {
            while (true) {
                try {
                    return work.run();
                } catch (IOException e) {
                    waitAfter(e);
                }
            }
        } finally {
            notes.end(this);
        }
    }

    /** Whether an earlier attempt failed, so that it is not known what the registry made of it. */
    boolean isRepeated() {
        return attempt > 1;
    }

    /**
     * Returns when the next attempt may begin.
     *
     * @throws LayeredFailure what {@code failure} means where there is no next attempt
     */
    void waitAfter(IOException failure) {
        Optional<Duration> asked = failure instanceof TransientFailure answered ? answered.waiting() : Optional.empty();
        Duration wait = asked.orElseGet(this::backoff);
        waited = waited.plus(wait);
        if (Reason.isUnknownHost(failure)) {
            atMost(ATTEMPTS_OF_UNKNOWN);
        }
        if (attempt >= attempts || waited.compareTo(times.deadline()) > 0) {
            notes.end(this);
            throw lasting(failure, wait);
        }
        attempt++;
        String reason = Reason.of(failure);
        notes.tell(
                this,
                reason,
                operation + ": " + reason + "; attempt " + attempt + " of " + attempts + " in " + Waiting.text(wait));
        try {
            times.sleeper().sleep(wait);
        } catch (InterruptedException e) {
            throw Interrupted.here();
        }
    }

    /** Doubles each time; half of it by chance, so that clients that failed together do not come back together. */
    private Duration backoff() {
        long most = FIRST_WAIT.toMillis() << (attempt - 1);
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private LayeredFailure lasting(IOException failure, Duration wait) {
        if (failure instanceof TransientFailure answered) {
            return attempt >= attempts ? answered.lasting() : tooLong(answered, wait);
        }
        Problem problem = new Problem(
                "registry-unreachable",
                "The registry did not answer in " + attempt + " attempts: " + Shown.text(Reason.of(failure)) + ".",
                operation,
                "check the name of the registry and the network, or try again later");
        return LayeredFailure.outside(problem, failure);
    }

    private LayeredFailure tooLong(TransientFailure answered, Duration wait) {
        Problem told = answered.lasting().problems().get(0);
        String what = told.what() + " It asks to wait " + Waiting.text(wait) + "; an operation waits "
                + Waiting.text(times.deadline()) + " at most.";
        return LayeredFailure.outside(new Problem(told.id(), what, told.where(), told.fix()), null);
    }
}
