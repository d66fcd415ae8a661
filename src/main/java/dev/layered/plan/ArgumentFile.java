package dev.layered.plan;

/** Text for the java launcher's argument files (java command manual, "Command-Line Argument Files"). */
final class ArgumentFile {

    private ArgumentFile() {}

    /** Returns one argument: as it is where that reads back the same, else in quotes with backslashes doubled. */
    static String quote(String argument) {
        boolean plain = argument.chars().noneMatch(c -> Character.isWhitespace(c) || "\"'\\#".indexOf(c) >= 0);
        return plain ? argument : "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
