package dev.layered.maven.parameters;

import dev.layered.failure.Nearest;
import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.util.List;

/** Parameters that take one of a few words. */
public final class Words {

    private Words() {}

    /** Returns the word, or the first valid one where it is none; then notes {@code word-unknown}. */
    public static String read(String parameter, String value, List<String> valid, Reading reading) {
        for (String word : valid) {
            if (word.equalsIgnoreCase(value.strip())) {
                return word;
            }
        }
        String nearest = Nearest.to(value, valid).orElse(valid.get(0));
        reading.mistake(
                "word-unknown",
                Shown.quoted(value) + " is no value of " + parameter + ".",
                "write " + nearest + "; valid is " + Shown.list(valid));
        return valid.get(0);
    }
}
