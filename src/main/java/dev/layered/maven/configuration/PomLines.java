package dev.layered.maven.configuration;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;

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
        Object line = call(inputLocation, "getLineNumber");
        boolean hasLine = line instanceof Integer number && number > 0;
        if (file != null) {
            return Origin.line(shown(file.toString()) + (hasLine ? ":" + line : ""));
        }
        Object model = call(source, "getModelId"); // all that Maven 4 tells of a pom from a repository
        return model == null ? Origin.UNKNOWN : Origin.line(model + (hasLine ? ", line " + line : ""));
    }

    /** Returns where the project's pom, or one of its parents, declares a property; unknown for one from the settings. */
    Origin ofProperty(MavenProject project, String name) {
        Model model = project.getModel();
        InputLocation properties = model == null ? null : model.getLocation("properties");
        InputLocation found = properties == null ? null : properties.getLocation(name);
        boolean isOfSettings = found != null // Maven 4 knows the lines of those too, as of a model without a name
                && found.getSource() != null
                && "".equals(found.getSource().getModelId());
        return of(isOfSettings ? null : found);
    }

    private String shown(String location) {
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
