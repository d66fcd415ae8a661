package dev.layered.registry;

import java.time.Clock;
import java.time.Duration;

/**
 * How long to wait for registries.
 *
 * @param connect for a connection
 * @param stall without a byte sent or received, before a request counts as lost
 * @param deadline that an operation may wait between its attempts, all in all; what moves bytes is never cut off by it
 */
public record RegistryTimes(Duration connect, Duration stall, Duration deadline, Clock clock, Sleeper sleeper) {

    /** Passes time. */
    @FunctionalInterface
    public interface Sleeper {
        /** Returns after that time. */
        void sleep(Duration time) throws InterruptedException;
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
