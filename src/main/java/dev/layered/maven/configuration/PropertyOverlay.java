package dev.layered.maven.configuration;

import dev.layered.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Lays the properties {@code layered.*} over a configuration: those of the command line win over the pom, those of a
 * pom's {@code <properties>} only fill what the configuration leaves open.
 *
 * <p>That is Jib's rule, which pipelines need; Maven's own rule is that the configuration always wins. A list whose items
 * have names may be one of which a property only picks some: {@link PickedByName}.
 */
final class PropertyOverlay {

    private static final String IMAGE = "image";
    private static final String TO_IMAGE = GoalParameters.PREFIX + "to.image";

    private final Properties commandLine;
    private final Properties pom;
    private final Function<String, Origin> pomLine;
    private final boolean isForSeveral;

    /**
     * Takes the two kinds of properties, and where a pom declares the property of a name.
     *
     * @param isForSeveral whether the run has other modules, one of which may have the items that a property picks
     */
    PropertyOverlay(Properties commandLine, Properties pom, Function<String, Origin> pomLine, boolean isForSeveral) {
        this.commandLine = commandLine;
        this.pom = pom;
        this.pomLine = pomLine;
        this.isForSeveral = isForSeveral;
    }

    /**
     * Returns the configuration with the properties that the goal's parameters know; tells of names that pick no item of a
     * list.
     */
    Element over(Element configuration, GoalParameters goal, Consumer<Problem> mistakes) {
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
            boolean isPicked = goal.isPicked(path);
            if (typed != null) {
                Origin from = Origin.property(origin);
                result = isPicked ? pick(result, path, typed, from, mistakes) : put(result, path, typed, from);
            } else if (declared != null && isPicked) {
                result = pick(result, path, declared, declaredIn(property), mistakes);
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
        return changed(parent, path, old -> {
            Element text = Element.text(old.name(), value, origin);
            return new Element(old.name(), text.text(), old.fallback(), new ArrayList<>(), origin);
        });
    }

    private Element pick(Element parent, List<String> path, String value, Origin origin, Consumer<Problem> mistakes) {
        PickedItems picked = new PickedItems(ShortForm.items(value), origin);
        return changed(parent, path, list -> isForSeveral && !list.isSet() ? list : picked.of(list, mistakes));
    }

    private static Element changed(Element parent, List<String> path, UnaryOperator<Element> change) {
        String name = path.get(0);
        Element old = parent.child(name).orElse(Element.parent(name, List.of(), Origin.UNKNOWN));
        return parent.with(path.size() > 1 ? changed(old, path.subList(1, path.size()), change) : change.apply(old));
    }
}
