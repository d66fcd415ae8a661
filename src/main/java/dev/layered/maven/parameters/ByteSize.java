package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters that are a size, in the units of the reports: powers of a thousand. */
final class ByteSize {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([kmg]?b)", Pattern.CASE_INSENSITIVE);

    private ByteSize() {}

    /** Returns the bytes; nothing where nothing is given, or after a {@code size-form} was noted. */
    static OptionalLong read(String given, Reading reading) {
        if (given == null) {
            return OptionalLong.empty();
        }
        if (given.strip().equals("0")) {
            return OptionalLong.of(0);
        }
        Matcher parts = FORM.matcher(given.strip());
        if (!parts.matches()) {
            reading.mistake(
                    "size-form",
                    Shown.quoted(given) + " is no size.",
                    "write a number and a unit: B, kB, MB or GB, e.g. 50 MB");
            return OptionalLong.empty();
        }
        int thousands = "bkmg".indexOf(parts.group(2).toLowerCase(Locale.ROOT).charAt(0));
        BigDecimal unit = BigDecimal.TEN.pow(3 * thousands);
        return OptionalLong.of(new BigDecimal(parts.group(1)).multiply(unit).longValue());
    }
}
