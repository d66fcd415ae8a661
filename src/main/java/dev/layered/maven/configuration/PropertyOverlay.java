package dev.layered.maven.configuration;

import dev.layered.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * Lays the properties {@code layered.*} over a configuration: those of the command line win over the pom, those of a
 * pom's {@code <properties>} only fill what the configuration leaves open.
 *
 * <p>That is Jib's rule, which pipelines need; Maven's own rule is that the configuration always wins.
 */
final class PropertyOverlay {

    private static final String IMAGE = "image";
    private static final String TO_IMAGE = GoalParameters.PREFIX + "to.image";

    private final Properties commandLine;
    private final Properties pom;
    private final Function<String, Origin> pomLine;

    /** Takes the two kinds of properties, and where a pom declares the property of a name. */
    PropertyOverlay(Properties commandLine, Properties pom, Function<String, Origin> pomLine) {
        this.commandLine = commandLine;
        this.pom = pom;
        this.pomLine = pomLine;
    }

    /** Returns the configuration with the properties that the goal's parameters know. */
    Element over(Element configuration, GoalParameters goal) {
        Element result = configuration;
        for (Map.Entry<String, List<String>> known : goal.properties().entrySet()) {
            String property = known.getKey();
            List<String> path = known.getValue();
            String typed = commandLine.getProperty(property);
            String origin = "-D" + property;
            if (typed == null && property.equals(TO_IMAGE)) {
                typed = commandLine.getProperty(IMAGE);
                origin = "-D" + IMAGE;
            }
            String declared = pom.getProperty(property);
            if (typed != null) {
                result = put(result, path, typed, Origin.property(origin));
            } else if (declared != null && !isSet(result, path)) {
                result = put(result, path, declared, declaredIn(property));
            }
        }
        return result;
    }

    /** Returns the mistake of each property on the command line that no goal knows and no pom declares. */
    List<Problem> unknown(GoalParameters all) {
        var known = all.properties().keySet();
        return commandLine.stringPropertyNames().stream()
                .filter(name -> name.startsWith(GoalParameters.PREFIX))
                .filter(name -> !known.contains(name) && pom.getProperty(name) == null)
                .sorted()
                .map(name -> Findings.unknownProperty(name, known))
                .toList();
    }

    private Origin declaredIn(String property) {
        return pomLine.apply(property).declaring(property);
    }

    private static boolean isSet(Element element, List<String> path) {
        if (path.isEmpty()) {
            return element.isSet();
        }
        return element.child(path.get(0))
                .map(child -> isSet(child, path.subList(1, path.size())))
                .orElse(false);
    }

    private static Element put(Element parent, List<String> path, String value, Origin origin) {
        String name = path.get(0);
        Element old = parent.child(name).orElse(Element.parent(name, List.of(), Origin.UNKNOWN));
        if (path.size() > 1) {
            return parent.with(put(old, path.subList(1, path.size()), value, origin));
        }
        Element text = Element.text(name, value, origin);
        return parent.with(new Element(name, text.text(), old.fallback(), new ArrayList<>(), origin));
    }
}
