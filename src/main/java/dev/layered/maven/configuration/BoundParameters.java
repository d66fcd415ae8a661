package dev.layered.maven.configuration;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.descriptor.MojoDescriptor;

/**
 * The values of the parameters that decide an image, as they were bound to a goal: however they were written, equal values
 * are equal here.
 */
public final class BoundParameters {

    /** What decides no byte of an image: names, places, ways to a registry. Secrets are among them. */
    private static final Set<String> UNDECIDING = Set.of(
            "to",
            "targets",
            "skip",
            "cache",
            "cacheSize",
            "layout",
            "transfers",
            "registryMirrors",
            "registryCertificates",
            "allowInsecureRegistries",
            "from.auth",
            "from.credHelper",
            "from.server",
            "variants.asDefault",
            "variants.skip",
            "variants.tags",
            "variants.from.auth",
            "variants.from.credHelper",
            "variants.from.server");

    private BoundParameters() {}

    /** Returns values of texts, lists and maps by the names of the parameters that the goal shares with others. */
    public static Map<String, Object> of(Object goal, MojoDescriptor descriptor) {
        Map<String, Object> values = new TreeMap<>();
        for (String name :
                GoalParameters.of(descriptor, goal.getClass()).shapes().keySet()) {
            for (Class<?> c = goal.getClass().getSuperclass(); c != null; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    if (field.getName().equals(name) && !UNDECIDING.contains(name)) {
                        values.put(name, plain(value(field, goal), name));
                    }
                }
            }
        }
        return values;
    }

    private static Object plain(Object value, String path) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(item -> plain(item, path)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put(String.valueOf(key), plain(item, path)));
            return entries;
        }
        return value != null && Shape.of(value.getClass()) instanceof Shape.Bean
                ? fields(value, path)
                : String.valueOf(value);
    }

    /** Fields that are no elements count too: they keep what a short form said. */
    private static Map<String, Object> fields(Object bean, String path) {
        Map<String, Object> fields = new TreeMap<>();
        for (Class<?> c = bean.getClass(); c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                String inner = path + "." + field.getName();
                boolean isStatic = Modifier.isStatic(field.getModifiers());
                if (!isStatic && !field.isSynthetic() && !UNDECIDING.contains(inner)) {
                    fields.put(field.getName(), plain(value(field, bean), inner));
                }
            }
        }
        return fields;
    }

    private static Object value(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field that was made accessible is not", e);
        }
    }
}
