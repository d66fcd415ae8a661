package dev.layered.folder;

import dev.layered.failure.LayeredFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths with the meaning that {@code java.nio.file.FileSystem.getPathMatcher} gives to {@code glob:} on
 * Unix, on every operating system.
 *
 * <p>{@code *} and {@code ?} stop at a slash, {@code **} does not; {@code [a-z]}, {@code [!a]}, {@code {a,b}}, and
 * {@code \} before what is meant as it is.
 */
public final class Glob {

    private final String text;
    private final Automaton automaton;

    private Glob(String text, Automaton automaton) {
        this.text = text;
        this.automaton = automaton;
    }

    /**
     * Returns the pattern that the text spells.
     *
     * @throws LayeredFailure {@code path-pattern}
     */
    public static Glob parse(String text) {
        return new Glob(text, new Parser(text).automaton());
    }

    /** Whether the path, its parts separated by {@code /}, is one of those meant. */
    public boolean matches(String path) {
        return automaton.matches(path);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads a pattern once, from left to right. */
    private static final class Parser {

        private final PatternText text;
        private final Automaton.Builder builder = new Automaton.Builder();
        private final List<Integer> leaps = new ArrayList<>();
        private int fork;
        private boolean inGroup;

        Parser(String text) {
            this.text = new PatternText(text);
        }

        Automaton automaton() {
            if (text.isAtEnd()) {
                throw text.mistake("it is empty");
            }
            while (!text.isAtEnd()) {
                int c = text.take();
                switch (c) {
                    case '\\' -> builder.one(text.escaped());
                    case '?' -> builder.one(Characters.OF_A_NAME);
                    case '*' -> builder.many(text.takeIf('*') ? Characters.ANY : Characters.OF_A_NAME);
                    case '[' -> builder.one(brackets());
                    case '{' -> open();
                    case '}' -> close();
                    case ',' -> comma();
                    default -> builder.one(c);
                }
            }
            if (inGroup) {
                throw text.mistake("a '}' is missing");
            }
            return builder.build();
        }

        private void open() {
            if (inGroup) {
                throw text.mistake("a '{' stands inside another one");
            }
            inGroup = true;
            fork = builder.fork();
        }

        private void comma() {
            if (!inGroup) {
                builder.one(',');
                return;
            }
            leaps.add(builder.leap());
            builder.otherwise(fork);
            fork = builder.fork();
        }

        private void close() {
            if (!inGroup) {
                builder.one('}');
                return;
            }
            inGroup = false;
            leaps.forEach(builder::land);
            leaps.clear();
        }

        private Characters brackets() {
            Characters characters = new Characters();
            if (text.takeIf('^')) {
                characters.add('^');
            } else {
                if (text.takeIf('!')) {
                    characters.exclude();
                }
                if (text.takeIf('-')) {
                    characters.add('-');
                }
            }
            int before = PatternText.END;
            for (int c = text.take(); c != ']'; c = text.take()) {
                if (c == PatternText.END) {
                    throw text.mistake("a ']' is missing");
                }
                if (c == '/') {
                    throw text.mistake("a '/' stands in brackets");
                }
                before = c == '-' ? range(before, characters) : one(c, characters);
            }
            if (characters.isEmpty()) {
                throw text.mistake("nothing stands in brackets");
            }
            return characters;
        }

        private static int one(int character, Characters characters) {
            characters.add(character);
            return character;
        }

        private int range(int first, Characters characters) {
            if (first == PatternText.END) {
                throw text.mistake("a range in brackets has no beginning");
            }
            if (text.isAt("]")) {
                characters.add('-');
                return PatternText.END;
            }
            int last = text.take();
            if (last < first) {
                throw text.mistake("a range in brackets has no end, or ends before it begins");
            }
            characters.addRange(first, last);
            return PatternText.END;
        }
    }
}
