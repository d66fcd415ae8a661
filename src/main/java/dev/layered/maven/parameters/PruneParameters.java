package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The element {@code <prune>}: what the goal {@code prune} deletes of the local store. */
public final class PruneParameters {

    private static final Pattern AGE = Pattern.compile("([0-9]{1,5})\\s*([hdw])");

    /** What the store may keep at most, 0 for nothing. By default what {@code cacheSize} says. Example: {@code 5 GB}. */
    String maxSize;

    /** What was of no use for so long goes: hours, days or weeks. By default size alone decides. Example: {@code 30d}. */
    String unusedFor;

    /** Whether the goal only tells what it would delete. By default it deletes. Example: {@code true}. */
    boolean dryRun;

    /** Returns the bytes that may stay; notes {@code size-form}. */
    public long maxSize(long usual, Reading prune) {
        return ByteSize.read(maxSize, prune.at("maxSize")).orElse(usual);
    }

    /** Returns the age at which things go; notes {@code age-form}. */
    public Optional<Duration> unusedFor(Reading prune) {
        if (unusedFor == null) {
            return Optional.empty();
        }
        Matcher parts = AGE.matcher(unusedFor.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            prune.at("unusedFor")
                    .mistake(
                            "age-form",
                            Shown.quoted(unusedFor) + " is no time.",
                            "write a number and a unit: h, d or w for hours, days or weeks, e.g. 30d");
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofDays(7L * number);
                });
    }

    /** Whether nothing is deleted. */
    public boolean isDryRun() {
        return dryRun;
    }
}
