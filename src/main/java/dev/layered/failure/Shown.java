package dev.layered.failure;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Foreign values made fit to print: of text control characters escaped, cut to {@value #LONGEST} characters; numbers of
 * bytes in the units of the reports.
 */
public final class Shown {

    /** The longest foreign text that a message shows, in characters. */
    public static final int LONGEST = 300;

    private Shown() {}

    /** Returns the text in single quotes. */
    public static String quoted(Object value) {
        return "'" + text(String.valueOf(value)) + "'";
    }

    /** Returns the texts separated by commas, each in single quotes. */
    public static String quotedEach(Collection<?> values) {
        return values.stream().map(Shown::quoted).collect(Collectors.joining(", "));
    }

    /** Returns the texts separated by commas, cut as a whole. */
    public static String list(Collection<?> values) {
        return text(values.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** Returns the text with control characters, line ends and what reorders text as Unicode escapes, cut with an ellipsis. */
    public static String text(String value) {
        StringBuilder shown = new StringBuilder();
        int next = 0;
        while (next < value.length() && shown.length() < LONGEST) {
            int character = value.codePointAt(next);
            next += Character.charCount(character);
            if (isPlain(character)) {
                shown.appendCodePoint(character);
            } else {
                shown.append(String.format("\\u%04x", character));
            }
        }
        return next < value.length() ? shown + "…" : shown.toString();
    }

    /**
     * Returns a number of bytes for people, in powers of ten as registries and disks count them: e.g. {@code 999 B}, {@code
     * 1.0 kB}, {@code 57.7 MB}.
     */
    public static String size(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
