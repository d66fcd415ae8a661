package dev.layered.maven.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;

/** What one or several goals let users set, with the shape of each. */
final class GoalParameters {

    /** The word before each property's path. */
    static final String PREFIX = "layered.";

    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Set<String> foreign = new HashSet<>();

    /** Returns the parameters of one goal, whose fields are those of {@code type}. */
    static GoalParameters of(MojoDescriptor goal, Class<?> type) {
        GoalParameters parameters = new GoalParameters();
        parameters.add(goal, type);
        return parameters;
    }

    /** Returns the parameters of all goals; the classes are found by {@code loader}. */
    static GoalParameters ofAll(List<MojoDescriptor> goals, ClassLoader loader) {
        GoalParameters parameters = new GoalParameters();
        for (MojoDescriptor goal : goals) {
            try {
                parameters.add(goal, Class.forName(goal.getImplementation(), false, loader));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("plugin.xml names a class that the jar lacks", e);
            }
        }
        return parameters;
    }

    private void add(MojoDescriptor goal, Class<?> type) {
        boolean ours = ConfigurationReceiver.class.isAssignableFrom(type);
        for (Parameter parameter : goal.getParameters() == null ? List.<Parameter>of() : goal.getParameters()) {
            if (!ours) {
                foreign.add(parameter.getName()); // the generated help goal: legal, but nothing to suggest
            } else if (parameter.isEditable()) {
                Shape shape = Shape.ofField(type, parameter.getName()).orElse(Shape.Scalar.TEXT);
                shapes.putIfAbsent(parameter.getName(), shape);
            }
        }
    }

    /** Returns the shapes by the parameter's name. */
    Map<String, Shape> shapes() {
        return shapes;
    }

    /** Returns all names that may stand in the pom. */
    Set<String> names() {
        Set<String> names = new HashSet<>(foreign);
        names.addAll(shapes.keySet());
        return names;
    }

    /** Returns the names that a message may suggest. */
    Set<String> suggested() {
        return new TreeSet<>(shapes.keySet());
    }

    /** Returns what a property can set, as the path of elements by the property's name. */
    Map<String, List<String>> properties() {
        Map<String, List<String>> properties = new TreeMap<>();
        shapes.forEach((name, shape) -> collect(List.of(name), shape, Set.of(), properties));
        return properties;
    }

    /** Whether the parameter of that path is a list of which its property picks items. */
    boolean isPicked(List<String> path) {
        Shape shape = shapes.get(path.get(0));
        for (String name : path.subList(1, path.size())) {
            shape = shape instanceof Shape.Bean bean ? bean.keys().get(name) : null;
        }
        return shape instanceof Shape.ListOf list && list.isPicked();
    }

    private static void collect(
            List<String> path, Shape shape, Set<Class<?>> around, Map<String, List<String>> properties) {
        if (hasOneLineForm(shape)) {
            properties.put(PREFIX + String.join(".", path), path);
        }
        if (shape instanceof Shape.Bean bean && !around.contains(bean.type())) {
            Set<Class<?>> within = new HashSet<>(around);
            within.add(bean.type());
            bean.keys().forEach((name, inner) -> collect(append(path, name), inner, within, properties));
        }
    }

    private static boolean hasOneLineForm(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return list.isPicked()
                    || list.item() instanceof Shape.Scalar
                    || hasOneLineForm(list.item()) && !(list.item() instanceof Shape.ListOf);
        }
        return !(shape instanceof Shape.Bean bean) || bean.hasShortForm();
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
