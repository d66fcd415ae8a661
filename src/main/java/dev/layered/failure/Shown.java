package dev.layered.failure;

import java.util.Collection;
import java.util.stream.Collectors;

/** Foreign text made fit to print: control characters escaped, cut to {@value #LONGEST} characters. */
public final class Shown {

    /** The longest foreign text that a message shows, in characters. */
    public static final int LONGEST = 300;

    private Shown() {}

    /** Returns the text in single quotes. */
    public static String quoted(Object value) {
        return "'" + text(String.valueOf(value)) + "'";
    }

    /** Returns the texts separated by commas, cut as a whole. */
    public static String list(Collection<?> values) {
        return text(values.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** Returns the text with control characters as Unicode escapes, cut with an ellipsis. */
    public static String text(String value) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < value.length() && shown.length() < LONGEST; i++) {
            char c = value.charAt(i);
            boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
            shown.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return shown.length() < value.length() && shown.length() >= LONGEST ? shown + "…" : shown.toString();
    }
}
