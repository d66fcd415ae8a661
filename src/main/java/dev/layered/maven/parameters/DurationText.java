package dev.layered.maven.parameters;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as Docker's tools write them: {@code 30s}, {@code 1m30s}, {@code 500ms}. */
final class DurationText {

    private static final Pattern FORM =
            Pattern.compile("(?=\\d)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");

    private DurationText() {}

    /**
     * Returns the time, at least a millisecond, which is the shortest that Docker takes.
     *
     * @throws LayeredFailure {@code duration-form}
     */
    static Duration read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        Duration time = matcher.matches()
                ? Duration.ofHours(number(matcher.group(1)))
                        .plusMinutes(number(matcher.group(2)))
                        .plusSeconds(number(matcher.group(3)))
                        .plusMillis(number(matcher.group(4)))
                : Duration.ZERO;
        if (time.isZero()) {
            throw LayeredFailure.mistake(
                    "duration-form",
                    Shown.quoted(text) + " is no length of time.",
                    "a length of time",
                    "write whole numbers with h, m, s or ms, from 1ms on, e.g. 30s, 1m30s, 500ms");
        }
        return time;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
