package dev.layered.maven.parameters;

import dev.layered.extra.ModeRule;
import dev.layered.failure.Shown;
import dev.layered.folder.Glob;
import dev.layered.maven.configuration.Reading;
import java.util.Optional;

/** One {@code <permission>} of the extra directories. */
public final class ExtraPermissionParameters {

    /** A pattern of absolute paths in the image. No default. Example: {@code /etc/cart/*.sh}. */
    String file = "";

    /** The mode, three or four octal digits. No default. Example: {@code 755}. */
    String mode = "";

    /** Takes the short form, {@code file=mode}. */
    public void set(String shortForm) {
        Pair pair = Pair.of(shortForm);
        file = pair.name();
        mode = pair.value();
    }

    /** Returns the rule; empty where a mistake was noted. */
    Optional<ModeRule> rule(Reading permission) {
        Optional<Glob> files = permission.at("file").value(() -> Glob.parse(file.strip()));
        String digits = mode.strip();
        if (!digits.matches("[0-7]{3,4}")) {
            permission
                    .at("mode")
                    .mistake(
                            "mode-form",
                            Shown.quoted(mode) + " is not a mode.",
                            "write three or four octal digits, e.g. 644 or 0755");
            return Optional.empty();
        }
        String place = permission.place().place();
        return files.map(glob -> new ModeRule(glob, Integer.parseInt(digits, 8), place));
    }
}
