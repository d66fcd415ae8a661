package dev.layered.folder;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file {@value #NAME}: what it ignores below its folder, in the syntax and with the meaning of gitignore. */
public final class IgnoreFile {

    /** The name of every such file. */
    static final String NAME = ".layeredignore";

    /** Far more than anybody writes by hand, in bytes. */
    private static final long LARGEST = 1 << 20;

    private final Path file;
    private final List<IgnorePattern> patterns;

    private IgnoreFile(Path file, List<IgnorePattern> patterns) {
        this.file = file;
        this.patterns = patterns;
    }

    /**
     * Returns the ignore file of that folder; where there is none, one that ignores nothing.
     *
     * @throws LayeredFailure {@code ignore-file} if it is no plain file, larger than a megabyte or no UTF-8,
     *     {@code file-read} if it cannot be read
     */
    public static IgnoreFile in(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new IgnoreFile(file, List.of());
        }
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw mistake(file, "it is no plain file");
            }
            if (Files.size(file) > LARGEST) {
                throw mistake(file, "it has more than a megabyte");
            }
            return new IgnoreFile(file, parse(Files.readString(file)));
        } catch (CharacterCodingException e) {
            throw mistake(file, "it is no text in UTF-8");
        } catch (IOException e) {
            throw LayeredFailure.outside(
                    new Problem(
                            "file-read",
                            Shown.quoted(file) + " cannot be read.",
                            Shown.text(file.toString()),
                            "make it readable for the user who builds, or remove it"),
                    e);
        }
    }

    private static List<IgnorePattern> parse(String text) {
        List<IgnorePattern> patterns = new ArrayList<>();
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean isLast = i == lines.length - 1;
            String line = isLast && lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            IgnorePattern.parse(line, i + 1).ifPresent(patterns::add);
        }
        return patterns;
    }

    /** Returns the last line that means the path, which is below this file's folder. */
    Optional<Verdict> verdict(String path, boolean isFolder) {
        for (int i = patterns.size() - 1; i >= 0; i--) {
            IgnorePattern pattern = patterns.get(i);
            if (pattern.matches(path, isFolder)) {
                return Optional.of(new Verdict(!pattern.negated(), file, pattern.line()));
            }
        }
        return Optional.empty();
    }

    private static LayeredFailure mistake(Path file, String why) {
        return LayeredFailure.mistake(
                "ignore-file",
                "The ignore file " + Shown.quoted(file) + " cannot be used: " + why + ".",
                Shown.text(file.toString()),
                "write one pattern per line, as in a .gitignore");
    }

    /** What a line says of a path. */
    record Verdict(boolean isIgnored, Path file, int line) {}
}
