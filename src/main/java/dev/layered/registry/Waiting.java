package dev.layered.registry;

import java.time.Duration;
import java.util.Locale;

/** A length of time in words. */
final class Waiting {

    private Waiting() {}

    /** Returns the time in hours, minutes or seconds, whichever suits, e.g. {@code 1.5 s}. */
    static String text(Duration time) {
        if (time.compareTo(Duration.ofHours(1)) >= 0) {
            return number(time.toMillis() / 3_600_000.0) + " h";
        }
        if (time.compareTo(Duration.ofMinutes(2)) >= 0) {
            return number(time.toMillis() / 60_000.0) + " min";
        }
        return number(time.toMillis() / 1000.0) + " s";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
