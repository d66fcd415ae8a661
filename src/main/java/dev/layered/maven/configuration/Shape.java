package dev.layered.maven.configuration;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a parameter may hold, read from the type of its field. */
sealed interface Shape {

    /** One value without elements inside. */
    enum Scalar implements Shape {
        TEXT,
        FLAG,
        NUMBER
    }

    /** Any number of items, whatever their elements are called. */
    record ListOf(Shape item) implements Shape {

        /** Whether a property picks items by name, in place of replacing them all. */
        boolean isPicked() {
            return item instanceof Bean bean && bean.type().isAnnotationPresent(PickedByName.class);
        }
    }

    /** Texts under free names. */
    record MapOfTexts() implements Shape {}

    /** Elements that are the fields of a class. */
    record Bean(Class<?> type) implements Shape {

        /** Returns the fields by name, those of superclasses last. */
        Map<String, Shape> keys() {
            Map<String, Shape> keys = new LinkedHashMap<>();
            for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    int modifiers = field.getModifiers();
                    if (!field.isSynthetic() && !Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
                        keys.putIfAbsent(field.getName(), Shape.of(field.getGenericType()));
                    }
                }
            }
            return keys;
        }

        /** Whether a text may stand for the whole: the class has {@code set(String)}. */
        boolean hasShortForm() {
            try {
                type.getMethod("set", String.class);
                return true;
            } catch (NoSuchMethodException e) {
                return false;
            }
        }
    }

    /** Returns the shape of a class's field of that name, or empty where it has none. */
    static Optional<Shape> ofField(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return Optional.of(of(field.getGenericType()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the shape of values of that type. */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                return new ListOf(of(generic.getActualTypeArguments()[0]));
            }
            if (Map.class.isAssignableFrom(raw)) {
                return new MapOfTexts();
            }
        }
        if (!(type instanceof Class<?> plain)) {
            return Scalar.TEXT;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Scalar.FLAG;
        }
        if (Set.of(int.class, long.class).contains(plain) || Number.class.isAssignableFrom(plain)) {
            return Scalar.NUMBER;
        }
        boolean ofTheJdk =
                plain.isPrimitive() || plain.isArray() || plain.getName().startsWith("java.");
        return ofTheJdk || plain.isEnum() ? Scalar.TEXT : new Bean(plain);
    }
}
