package dev.layered.json;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An immutable JSON object with typed reading; fields keep their order.
 *
 * <p>A field that is null counts as absent, as the Go readers of OCI documents take it. A field of another type than
 * asked for is a {@code json-unexpected} failure that names field and source.
 */
public final class JsonObject {

    private static final JsonObject EMPTY = new JsonObject(Map.of(), "");

    private final Map<String, Object> fields;
    private final String source;

    JsonObject(Map<String, Object> fields, String source) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.source = source;
    }

    /** Returns the object without fields. */
    public static JsonObject empty() {
        return EMPTY;
    }

    /** Returns a builder that keeps the order of its calls. */
    public static JsonBuilder builder() {
        return new JsonBuilder();
    }

    /** Returns all fields as plain values. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** Returns the object without the named fields. */
    public JsonObject without(Collection<String> names) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        names.forEach(rest::remove);
        return new JsonObject(rest, source);
    }

    /** Returns a text field. */
    public Optional<String> text(String name) {
        return read(name, String.class, "a text");
    }

    /** Returns a text field that must be there. */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> unexpected(name, "a text", "is missing"));
    }

    /** Returns a text field that must be there, read into a value; a mistake in it is told with field and source. */
    public <T> T required(String name, Function<String, T> reader) {
        try {
            return reader.apply(requiredText(name));
        } catch (LayeredFailure failure) {
            throw failure.at("field " + Shown.quoted(name) + " of " + Shown.quoted(source));
        }
    }

    /** Returns a whole number. */
    public Optional<Long> number(String name) {
        return read(name, Long.class, "a whole number");
    }

    /** Returns a whole number that must be there. */
    public long requiredNumber(String name) {
        return number(name).orElseThrow(() -> unexpected(name, "a whole number", "is missing"));
    }

    /** Returns a size in bytes, a whole number that is not negative, that must be there. */
    public long requiredSize(String name) {
        long size = requiredNumber(name);
        if (size < 0) {
            throw unexpected(name, "a size in bytes", "is '" + size + "'");
        }
        return size;
    }

    /** Returns a truth value; false where the field is absent. */
    public boolean truth(String name) {
        return read(name, Boolean.class, "true or false").orElse(false);
    }

    /** Returns a nested object. */
    public Optional<JsonObject> object(String name) {
        return read(name, JsonObject.class, "an object");
    }

    /** Returns a nested object that must be there. */
    public JsonObject requiredObject(String name) {
        return object(name).orElseThrow(() -> unexpected(name, "an object", "is missing"));
    }

    /** Returns a list of objects; empty where the field is absent. */
    public List<JsonObject> objects(String name) {
        return list(name, JsonObject.class, "a list of objects").orElse(List.of());
    }

    /** Returns a list of texts, or nothing where the field is absent. */
    public Optional<List<String>> texts(String name) {
        return list(name, String.class, "a list of texts");
    }

    /** Returns an object of texts as a map in the same order; empty where the field is absent. */
    public Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(name).orElse(EMPTY).fields.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw unexpected(name, "an object of texts", "holds " + Shown.quoted(value));
            }
            texts.put(key, text);
        });
        return Collections.unmodifiableMap(texts);
    }

    /** Returns the names of an object's fields, as used for sets in OCI configs; empty where it is absent. */
    public Set<String> names(String name) {
        return object(name).orElse(EMPTY).fields.keySet();
    }

    private <T> Optional<List<T>> list(String name, Class<T> type, String wanted) {
        return read(name, List.class, wanted).map(values -> {
            for (Object value : values) {
                if (!type.isInstance(value)) {
                    throw unexpected(name, wanted, "holds " + Shown.quoted(value));
                }
            }
            @SuppressWarnings("unchecked")
            List<T> checked = (List<T>) values;
            return Collections.unmodifiableList(checked);
        });
    }

    private <T> Optional<T> read(String name, Class<T> type, String wanted) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw unexpected(name, wanted, "is " + Shown.quoted(value));
        }
        return Optional.of(type.cast(value));
    }

    private LayeredFailure unexpected(String name, String wanted, String found) {
        return LayeredFailure.mistake(
                "json-unexpected",
                "Field " + Shown.quoted(name) + " of " + Shown.quoted(source) + " should be " + wanted + ", but "
                        + found + ".",
                Shown.text(source),
                "make the file again with the tool that wrote it");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object && fields.equals(object.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
