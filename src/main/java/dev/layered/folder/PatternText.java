package dev.layered.folder;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;

/** The text of a pattern while it is read, character by character. */
final class PatternText {

    /** Stands for the end of the text. */
    static final int END = -1;

    private final String text;
    private int at;

    PatternText(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** Returns the next character and goes on, or {@link #END}. */
    int take() {
        if (isAtEnd()) {
            return END;
        }
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }

    /** Whether this text is next. */
    boolean isAt(String next) {
        return text.startsWith(next, at);
    }

    /** Goes on where this character is next. */
    boolean takeIf(char character) {
        boolean is = !isAtEnd() && text.charAt(at) == character;
        at += is ? 1 : 0;
        return is;
    }

    /** Returns what stands before the character and goes on behind it; null where there is none. */
    String takeUntil(char character) {
        int end = text.indexOf(character, at);
        if (end < 0) {
            return null;
        }
        String before = text.substring(at, end);
        at = end + 1;
        return before;
    }

    /** Returns where the reading is, for {@link #back}. */
    int mark() {
        return at;
    }

    /** Reads again from a mark. */
    void back(int mark) {
        at = mark;
    }

    /** Returns the character that follows a backslash. */
    int escaped() {
        int character = take();
        if (character == END) {
            throw mistake("nothing follows the last backslash");
        }
        return character;
    }

    LayeredFailure mistake(String why) {
        return LayeredFailure.mistake(
                "path-pattern",
                Shown.quoted(text) + " is not a pattern of paths: " + why + ".",
                "a pattern",
                "write it with *, ?, **, [a-z] and {a,b}, e.g. **.conf; a backslash before a character takes it as it"
                        + " is");
    }
}
