package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.image.Healthcheck;
import dev.layered.maven.configuration.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The element {@code <healthcheck>}: how an engine finds out whether a container still works. */
public final class HealthcheckParameters {

    private static final Pattern SPACE = Pattern.compile("\\s");

    /**
     * The program and its arguments, or one text with a space for the shell of the image. No default. Example:
     * {@code curl -f http://localhost:8080/health}.
     */
    List<String> command;

    /** The time between two checks. By default the engine's, Docker's are 30 seconds. Example: {@code 1m30s}. */
    String interval;

    /** Whether the check of the base image is switched off. By default it stays. Example: {@code true}. */
    boolean none;

    /** How many failures in a row there must be. By default the engine's, Docker's are 3. Example: {@code 5}. */
    Integer retries;

    /** The time between two checks at the start. By default the engine's, Docker's are 5 seconds. Example: {@code 1s}. */
    String startInterval;

    /** How long a failure does not count at the start. By default the engine's, with Docker not at all. Example: {@code 20s}. */
    String startPeriod;

    /** How long one check may take. By default the engine's, Docker's are 30 seconds. Example: {@code 500ms}. */
    String timeout;

    /**
     * Returns the check, of use only where nothing was noted: {@code healthcheck-command}, {@code healthcheck-retries} and
     * {@code duration-form}.
     */
    Healthcheck read(Reading place) {
        return new Healthcheck(
                test(place),
                time(interval, place.at("interval")),
                time(timeout, place.at("timeout")),
                time(startPeriod, place.at("startPeriod")),
                time(startInterval, place.at("startInterval")),
                retries(place.at("retries")));
    }

    private List<String> test(Reading place) {
        List<String> words = Unset.none(command);
        boolean isMore = !words.isEmpty()
                || Stream.of(interval, retries, startInterval, startPeriod, timeout)
                        .anyMatch(Objects::nonNull);
        if (none && isMore) {
            wrong(
                    "The health check is switched off, and something else is said of it too.",
                    "leave <none> alone in <healthcheck>, or remove it",
                    place);
        }
        if (!none && words.isEmpty()) {
            wrong(
                    "The health check has no command.",
                    "name it in <command>, or switch off that of the base image: <none>true</none>",
                    place);
        }
        boolean isShell = !words.isEmpty() && SPACE.matcher(words.get(0)).find();
        if (isShell && words.size() > 1) {
            wrong(
                    Shown.quoted(words.get(0)) + " has a space in it and cannot be a program with arguments.",
                    "write each word in an element of its own, or one text, where a comma is \\,",
                    place.at("command"));
        }
        List<String> test = new ArrayList<>(List.of(none ? "NONE" : isShell ? "CMD-SHELL" : "CMD"));
        test.addAll(words);
        return List.copyOf(test);
    }

    private static void wrong(String what, String fix, Reading place) {
        place.mistake("healthcheck-command", what, fix);
    }

    private static Optional<Duration> time(String text, Reading place) {
        return Optional.ofNullable(text).flatMap(given -> place.value(() -> DurationText.read(given)));
    }

    private Optional<Integer> retries(Reading place) {
        if (retries != null && retries < 1) {
            place.mistake(
                    "healthcheck-retries",
                    Shown.quoted(retries) + " is not a number of failures.",
                    "write a number from 1 on, or leave it out for the engine's own");
        }
        return Optional.ofNullable(retries);
    }
}
