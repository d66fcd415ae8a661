package dev.layered.maven.configuration;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Turns Maven's record of where a model element was read into file and line.
 *
 * <p>By reflection, because the class differs: Maven 3 has {@code org.apache.maven.model.InputLocation}, Maven 4 hangs
 * one of its new API on the elements of a configuration, and names the file as a URI.
 */
final class PomLines {

    private final List<Path> roots;

    /** Takes the folders whose files are named from there on, the first match counting; nulls are left out. */
    PomLines(Path... roots) {
        this.roots = Arrays.stream(roots)
                .filter(Objects::nonNull)
                .map(path -> path.toAbsolutePath().normalize())
                .toList();
    }

    /** Returns the place of an input location of any Maven, which may be null. */
    Origin of(Object inputLocation) {
        Object source = inputLocation == null ? null : call(inputLocation, "getSource");
        if (source == null) {
            return Origin.UNKNOWN;
        }
        Object file = call(source, "getLocation");
        Object name = file == null ? call(source, "getModelId") : file(file.toString());
        Object line = call(inputLocation, "getLineNumber");
        if (name == null) {
            return Origin.UNKNOWN;
        }
        return Origin.line(line instanceof Integer number && number > 0 ? name + ":" + number : name.toString());
    }

    private String file(String location) {
        try {
            Path path = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
            Path whole = path.toAbsolutePath().normalize();
            return roots.stream()
                    .filter(whole::startsWith)
                    .findFirst()
                    .map(root -> root.relativize(whole).toString().replace('\\', '/'))
                    .orElse(whole.toString());
        } catch (IllegalArgumentException e) {
            return location; // not a file: shown as Maven has it
        }
    }

    private static Object call(Object target, String getter) {
        try {
            return target.getClass().getMethod(getter).invoke(target);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null; // a Maven that keeps no lines: messages name the element alone
        }
    }
}
