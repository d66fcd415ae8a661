package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.util.List;

/** Absolute paths in an image. */
final class UnixPath {

    private UnixPath() {}

    /** Returns the path without slashes at its end; notes {@code path-absolute} where it is none. */
    static String read(String text, Reading reading) {
        String path = text.strip();
        boolean climbs = List.of(path.split("/", -1)).contains("..");
        if (!path.startsWith("/") || climbs || path.chars().anyMatch(Character::isISOControl)) {
            reading.mistake(
                    "path-absolute",
                    Shown.quoted(text) + " is not an absolute path in an image.",
                    "begin it with a slash and leave out '..', e.g. /app");
        }
        return path.replaceAll("/+", "/").replaceAll("/$", "");
    }
}
