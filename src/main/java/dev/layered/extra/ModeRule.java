package dev.layered.extra;

import dev.layered.folder.Glob;

/**
 * The mode of files and folders: a {@code <permission>}.
 *
 * @param files absolute paths in the image
 * @param mode permission bits, at most 07777
 * @param place where it was written, for messages
 */
public record ModeRule(Glob files, int mode, String place) implements PathRule {

    @Override
    public String value() {
        return text(mode);
    }

    /** Returns a mode as four octal digits. */
    static String text(int mode) {
        return String.format("%04o", mode);
    }
}
