package dev.layered.maven.parameters;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** The time that an image says it was made at. */
final class CreationTime {

    private static final String NOW = "USE_CURRENT_TIMESTAMP";

    private CreationTime() {}

    static boolean isNow(String text) {
        return text.strip().equals(NOW);
    }

    /**
     * Returns the time as RFC 3339 in UTC, whole seconds.
     *
     * @throws LayeredFailure {@code creation-time}
     */
    static String read(String text, Instant now) {
        String word = text.strip();
        return switch (word) {
            case "EPOCH" -> Instant.EPOCH.toString();
            case NOW -> now.truncatedTo(ChronoUnit.SECONDS).toString();
            default -> parse(word);
        };
    }

    private static String parse(String word) {
        try {
            return OffsetDateTime.parse(word)
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        } catch (DateTimeException e) {
            throw LayeredFailure.mistake(
                    "creation-time",
                    Shown.quoted(word) + " is not a creation time.",
                    "a time",
                    "write EPOCH, USE_CURRENT_TIMESTAMP, or a time with its zone, e.g. 2026-11-20T08:00:00Z");
        }
    }
}
