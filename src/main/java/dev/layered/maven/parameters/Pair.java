package dev.layered.maven.parameters;

/** The short form {@code name=value} of an element with two elements inside. */
record Pair(String name, String value) {

    /** Returns the text divided at its last {@code =}; without one, the value is empty. */
    static Pair of(String text) {
        int equals = text.lastIndexOf('=');
        return equals < 0 ? new Pair(text, "") : new Pair(text.substring(0, equals), text.substring(equals + 1));
    }
}
