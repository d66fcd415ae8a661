package dev.layered.registry;

import java.time.Clock;
import java.time.Duration;

/**
 * How long to wait for registries.
 *
 * <p>An operation is a few attempts with waits between them. Together they end because attempts are counted, their waits have
 * the deadline, and each request of an attempt has the times of its connection, of its answer's beginning and of its end. The
 * content of blobs alone takes as long as its bytes move.
 *
 * @param connect for a connection
 * @param stall without a byte sent or received, before a request counts as lost; a manifest, a token or an
 *     error has three times that in all
 * @param deadline that an operation may wait between its attempts, all in all; how long the attempts take does not count
 */
public record RegistryTimes(Duration connect, Duration stall, Duration deadline, Clock clock, Sleeper sleeper) {

    /** Passes time. */
    @FunctionalInterface
    public interface Sleeper {
        /** Returns after that time. */
        void sleep(Duration time) throws InterruptedException;
    }

    /** Returns how long a manifest, a token or an error may take from its first byte to its last: three times the stall. */
    Duration total() {
        return stall.multipliedBy(3);
    }

    /** Returns what suits most: ten seconds, one minute, ten minutes. */
    public static RegistryTimes standard() {
        return new RegistryTimes(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Clock.systemUTC(),
                time -> Thread.sleep(time.toMillis()));
    }
}
