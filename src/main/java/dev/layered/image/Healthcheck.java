package dev.layered.image;

import dev.layered.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an engine finds out whether a container still works: Docker's field {@code Healthcheck} of a config, of which the
 * OCI image spec knows only the name.
 *
 * @param test {@code NONE} alone, {@code CMD} and the words of a command, or {@code CMD-SHELL} and one text
 */
public record Healthcheck(
        List<String> test,
        Optional<Duration> interval,
        Optional<Duration> timeout,
        Optional<Duration> startPeriod,
        Optional<Duration> startInterval,
        Optional<Integer> retries) {

    /** The field of {@link RuntimeConfig#other} that holds it. */
    public static final String FIELD = "Healthcheck";

    /** Returns the field's value; times are in nanoseconds. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("Test", test)
                .putIfAny("Interval", interval.map(Duration::toNanos))
                .putIfAny("Timeout", timeout.map(Duration::toNanos))
                .putIfAny("StartPeriod", startPeriod.map(Duration::toNanos))
                .putIfAny("StartInterval", startInterval.map(Duration::toNanos))
                .putIfAny("Retries", retries)
                .build();
    }
}
