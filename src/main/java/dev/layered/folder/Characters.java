package dev.layered.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The characters that stand in the brackets of a pattern; a slash is never one of them. */
final class Characters implements IntPredicate {

    /** Any character but a slash. */
    static final IntPredicate OF_A_NAME = c -> c != '/';

    /** Any character. */
    static final IntPredicate ANY = c -> true;

    /** The classes of POSIX that gitignore knows, of ASCII only as there. */
    private static final Map<String, IntPredicate> CLASSES = Map.ofEntries(
            Map.entry("alnum", c -> isLetter(c) || isDigit(c)),
            Map.entry("alpha", Characters::isLetter),
            Map.entry("blank", c -> c == ' ' || c == '\t'),
            Map.entry("cntrl", c -> c < ' ' || c == 0x7f),
            Map.entry("digit", Characters::isDigit),
            Map.entry("graph", c -> c > ' ' && c < 0x7f),
            Map.entry("lower", c -> c >= 'a' && c <= 'z'),
            Map.entry("print", c -> c >= ' ' && c < 0x7f),
            Map.entry("punct", c -> c > ' ' && c < 0x7f && !isLetter(c) && !isDigit(c)),
            Map.entry("space", c -> c == ' ' || c >= '\t' && c <= '\r'),
            Map.entry("upper", c -> c >= 'A' && c <= 'Z'),
            Map.entry("xdigit", c -> isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'));

    private final List<IntPredicate> kinds = new ArrayList<>();
    private boolean negated;

    void exclude() {
        negated = true;
    }

    void add(int character) {
        kinds.add(c -> c == character);
    }

    void addRange(int first, int last) {
        kinds.add(c -> c >= first && c <= last);
    }

    /** Adds a class of POSIX; returns false where there is none of that name. */
    boolean addClass(String name) {
        IntPredicate kind = CLASSES.get(name);
        return kind != null && kinds.add(kind);
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    @Override
    public boolean test(int character) {
        return character != '/' && kinds.stream().anyMatch(kind -> kind.test(character)) != negated;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
