package dev.layered.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects fields in the order they are put; absent and empty values can be left out. */
public final class JsonBuilder {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    JsonBuilder() {}

    /** Puts a value; maps become objects, collections lists, whole numbers 64 bits wide. */
    public JsonBuilder put(String name, Object value) {
        fields.put(name, plain(value));
        return this;
    }

    /** Puts a list whose items are made while it is written, each time anew, so that they need no memory. */
    public JsonBuilder putOnDemand(String name, Iterable<JsonObject> items) {
        fields.put(name, items);
        return this;
    }

    /** Puts the value if there is one that is not empty. */
    public JsonBuilder putIfAny(String name, Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        boolean empty = plain == null
                || plain instanceof Collection<?> values && values.isEmpty()
                || plain instanceof Map<?, ?> map && map.isEmpty()
                || plain instanceof JsonObject object && object.fields().isEmpty();
        return empty ? this : put(name, plain);
    }

    /** Puts all fields of another object. */
    public JsonBuilder putAll(JsonObject other) {
        fields.putAll(other.fields());
        return this;
    }

    /** Returns the object. */
    public JsonObject build() {
        return new JsonObject(fields, "our own document");
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, item) -> object.put(String.valueOf(key), plain(item)));
            return new JsonObject(object, "our own document");
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(JsonBuilder::plain).toList();
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value;
    }
}
