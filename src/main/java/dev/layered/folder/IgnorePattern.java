package dev.layered.folder;

import java.util.Optional;

/**
 * One line of an ignore file, with the meaning that gitignore gives to it.
 *
 * @param automaton takes the name, or the path below the folder of the ignore file
 * @param ofName whether it looks at the name alone, because the line has no slash
 * @param ofFolder whether it means folders only
 * @param negated whether it takes back what a line before it ignores
 * @param line counted from 1
 */
record IgnorePattern(Automaton automaton, boolean ofName, boolean ofFolder, boolean negated, int line) {

    /** Returns what the line means; nothing for a comment or an empty line. */
    static Optional<IgnorePattern> parse(String written, int line) {
        if (written.startsWith("#")) {
            return Optional.empty();
        }
        String text = withoutSpacesAtEnd(written);
        boolean negated = text.startsWith("!");
        text = negated ? text.substring(1) : text;
        boolean ofFolder = text.endsWith("/");
        text = ofFolder ? text.substring(0, text.length() - 1) : text;
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean ofName = text.indexOf('/') < 0;
        Automaton automaton = new IgnoreSyntax(text.startsWith("/") ? text.substring(1) : text).automaton();
        return Optional.of(new IgnorePattern(automaton, ofName, ofFolder, negated, line));
    }

    /** Whether it means the path, which is below the folder of the ignore file. */
    boolean matches(String path, boolean isFolder) {
        return (isFolder || !ofFolder) && automaton.matches(ofName ? path.substring(path.lastIndexOf('/') + 1) : path);
    }

    private static String withoutSpacesAtEnd(String text) {
        int spaces = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                i += text.charAt(i) == '\\' ? 1 : 0; // a space behind a backslash stays
                spaces = text.length();
            } else if (spaces == text.length()) {
                spaces = i;
            }
        }
        return text.substring(0, spaces);
    }
}
