package dev.layered.maven.parameters;

import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import dev.layered.plan.Coordinates;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Coordinates of one artifact in Maven's order; what stands last is the version. */
final class WrittenCoordinates {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.+-]+");
    private static final int LONGEST = 5;

    private WrittenCoordinates() {}

    /** Returns {@code groupId:artifactId[:type[:classifier]]:version}; notes {@code artifact-coordinates}. */
    static Optional<Coordinates> read(String text, Reading place) {
        Optional<Coordinates> read =
                coordinates(text).filter(found -> !found.baseVersion().isEmpty());
        if (read.isEmpty()) {
            place.mistake(
                    "artifact-coordinates",
                    Shown.quoted(text) + " are not the coordinates of an artifact.",
                    "write groupId:artifactId:version, groupId:artifactId:type:version or"
                            + " groupId:artifactId:type:classifier:version, e.g. com.example:driver:1.0");
        }
        return read;
    }

    /** Returns the same, with an empty version where there is none; notes {@code artifact-coordinates}. */
    static Optional<Coordinates> readSameVersion(String text, Reading place) {
        Optional<Coordinates> read = coordinates(text);
        if (read.isEmpty()) {
            place.mistake(
                    "artifact-coordinates",
                    Shown.quoted(text) + " are not the coordinates of an artifact.",
                    "write groupId:artifactId, which keeps the version, groupId:artifactId:version or"
                            + " groupId:artifactId:type:classifier:version, e.g. com.example:driver");
        }
        return read;
    }

    private static Optional<Coordinates> coordinates(String text) {
        List<String> parts =
                Arrays.stream(text.split(":", -1)).map(String::strip).toList();
        int size = parts.size();
        String version = size > 2 ? parts.get(size - 1) : "";
        boolean hasClassifier = size == LONGEST;
        List<String> words = parts.subList(0, Math.min(size, Math.max(2, size - (hasClassifier ? 2 : 1))));
        boolean formed = size >= 2
                && size <= LONGEST
                && words.stream().allMatch(word -> WORD.matcher(word).matches())
                && isWordOrEmpty(version)
                && (!hasClassifier || isWordOrEmpty(parts.get(3)));
        return formed
                ? Optional.of(new Coordinates(
                        parts.get(0),
                        parts.get(1),
                        size > 3 ? parts.get(2) : "jar",
                        hasClassifier ? parts.get(3) : "",
                        version))
                : Optional.empty();
    }

    private static boolean isWordOrEmpty(String text) {
        return text.isEmpty() || WORD.matcher(text).matches();
    }
}
