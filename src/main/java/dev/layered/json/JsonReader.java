package dev.layered.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads one document, handing over the items of some lists instead of keeping them. */
final class JsonReader {

    private final JsonParser parser;
    private final String source;
    private final Map<String, Consumer<JsonObject>> takers;

    JsonReader(JsonParser parser, String source, Map<String, Consumer<JsonObject>> takers) {
        this.parser = parser;
        this.source = source;
        this.takers = takers;
    }

    /** Returns the value that is the whole document; null where there is none. */
    Object document() throws IOException {
        Object value = parser.nextToken() == null ? null : value("");
        if (parser.nextToken() != null) {
            throw Json.unreadable(source, "something follows the document");
        }
        return value;
    }

    private JsonObject object(String path) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(path.isEmpty() || takers.isEmpty() ? name : path + "." + name));
        }
        return new JsonObject(fields, source);
    }

    private Object value(String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> list(path);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private List<Object> list(String path) throws IOException {
        Consumer<JsonObject> taker = takers.get(path);
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(path);
            if (taker != null && value instanceof JsonObject item) {
                taker.accept(item);
            } else {
                values.add(value);
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** An infinite number could not be written again: JSON has no word for it. */
    private Double number() throws IOException {
        double number = parser.getDoubleValue();
        if (Double.isInfinite(number)) {
            throw Json.unreadable(source, "the number " + parser.getText() + " is out of range");
        }
        return number;
    }
}
