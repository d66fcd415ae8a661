package dev.layered.folder;

import java.util.function.IntPredicate;

/**
 * The pattern of a line of an ignore file, read once from left to right.
 *
 * <p>What has no meaning, such as a bracket that is never closed, matches nothing, as in Git.
 */
final class IgnoreSyntax {

    private static final IntPredicate NOTHING = c -> false;

    private final PatternText text;
    private final Automaton.Builder builder = new Automaton.Builder();

    IgnoreSyntax(String text) {
        this.text = new PatternText(text);
    }

    Automaton automaton() {
        int before = '/';
        while (!text.isAtEnd()) {
            int c = text.take();
            switch (c) {
                case '*' -> c = stars(before);
                case '?' -> builder.one(Characters.OF_A_NAME);
                case '[' -> builder.one(brackets());
                case '\\' -> {
                    c = text.take();
                    builder.one(c); // no text has the end of the pattern in it
                }
                default -> builder.one(c);
            }
            before = c;
        }
        return builder.build();
    }

    /** Returns the last character of what it read. */
    private int stars(int before) {
        boolean several = false;
        while (text.takeIf('*')) {
            several = true;
        }
        boolean crossesFolders = several && before == '/' && (text.isAtEnd() || text.isAt("/") || text.isAt("\\/"));
        if (crossesFolders && text.takeIf('/')) {
            int noFolder = builder.fork();
            builder.many(Characters.ANY).one('/').otherwise(noFolder);
            return '/';
        }
        builder.many(crossesFolders ? Characters.ANY : Characters.OF_A_NAME);
        return '*';
    }

    private IntPredicate brackets() {
        Characters characters = new Characters();
        if (text.takeIf('^') || text.takeIf('!')) {
            characters.exclude();
        }
        int before = PatternText.END;
        boolean isFirst = true;
        int c = text.take();
        while (c != ']' || isFirst) {
            isFirst = false;
            if (c == '-' && before != PatternText.END && !text.isAt("]")) {
                characters.addRange(before, plain(text.take()));
                before = PatternText.END;
            } else if (c == '[' && text.isAt(":")) {
                if (!addClass(characters)) {
                    return NOTHING;
                }
                before = PatternText.END;
            } else {
                before = plain(c);
                characters.add(before);
            }
            if (text.isAtEnd()) {
                return NOTHING;
            }
            c = text.take();
        }
        return characters;
    }

    private int plain(int character) {
        return character == '\\' ? text.take() : character;
    }

    /** Returns false where the class has no meaning; what is no class is a bracket that stands for itself. */
    private boolean addClass(Characters characters) {
        int mark = text.mark();
        text.takeIf(':');
        String name = text.takeUntil(']');
        if (name == null || !name.endsWith(":")) {
            text.back(mark);
            characters.add('[');
            return name != null;
        }
        return characters.addClass(name.substring(0, name.length() - 1));
    }
}
