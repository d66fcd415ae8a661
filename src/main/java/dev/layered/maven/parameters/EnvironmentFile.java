package dev.layered.maven.parameters;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.maven.configuration.Reading;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file of environment variables, in the format of Docker's {@code --env-file}: {@code NAME=value} in each line, without
 * quoting or expansion.
 *
 * <p>A name alone, for which Docker takes the value of the machine that it runs on, is a mistake. What a line says is never
 * shown, since it may be a secret.
 *
 * @param name as it was written
 */
record EnvironmentFile(String name, Path project) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Returns the variables in their order; notes {@code environment-file} and {@code environment-line}. */
    Map<String, String> variables(Reading place) {
        try {
            return variables(Files.readAllBytes(file()), place);
        } catch (InvalidPathException e) {
            unreadable("its name cannot be that of a file", place);
        } catch (IOException e) {
            unreadable(IoReason.of(e), place);
        }
        return Map.of();
    }

    /** Returns the digest of the file; empty where it cannot be read. */
    Optional<Digest> digest() {
        try {
            return Optional.of(Digest.of(Files.readAllBytes(file())));
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }

    private Path file() {
        return project.resolve(name.strip());
    }

    private void unreadable(String reason, Reading place) {
        place.mistake(
                "environment-file",
                "The environment file " + Shown.quoted(name) + " cannot be read: " + reason + ".",
                "correct its path, which starts from the project's folder");
    }

    private Map<String, String> variables(byte[] bytes, Reading place) {
        Map<String, String> variables = new LinkedHashMap<>();
        int number = 0;
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            number++;
            add(ByteBuffer.wrap(bytes, start, end - start), number, variables, place);
            start = end + 1;
        }
        return variables;
    }

    /** Blanks before a name do not count; those behind the value are part of it. */
    private void add(ByteBuffer bytes, int number, Map<String, String> variables, Reading place) {
        String line;
        try {
            line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            broken(number, "is no UTF-8", "write the file in UTF-8", place);
            return;
        }
        String text = (number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line)
                .replaceFirst("\r$", "")
                .stripLeading();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        int equals = text.indexOf('=');
        String variable = text.substring(0, Math.max(0, equals));
        if (equals < 0) {
            broken(number, "has no '='", "write NAME=value; the environment of a build does not go into images", place);
        } else if (variable.isEmpty() || variable.chars().anyMatch(Character::isWhitespace)) {
            broken(
                    number,
                    "has no name before the '=', or one with a space",
                    "write NAME=value, without export",
                    place);
        } else if (text.indexOf('\0') >= 0) {
            broken(number, "has a NUL character", "remove it: no environment variable can hold it", place);
        } else {
            variables.put(variable, text.substring(equals + 1));
        }
    }

    private void broken(int number, String what, String fix, Reading place) {
        String line = Shown.text(name) + ":" + number;
        place.mistakes()
                .add(new Problem(
                        "environment-line",
                        "Line " + number + " of the environment file " + Shown.quoted(name) + " " + what + ".",
                        line,
                        fix));
    }
}
