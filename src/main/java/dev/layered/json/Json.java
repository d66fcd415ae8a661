package dev.layered.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads and writes JSON objects.
 *
 * <p>Values are {@link JsonObject}, {@link List}, {@link String}, {@link Long}, {@link Double}, {@link Boolean} and
 * null. Field order is kept both ways, so equal objects give equal bytes. Reading is bounded: nesting of 100 levels,
 * strings of 4 MiB, and a field name may stand only once in an object.
 */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(4 << 20)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /**
     * Returns the object that the bytes hold.
     *
     * @param source what is read, for the message: a file or a request
     * @throws LayeredFailure {@code json-unreadable} if the bytes are not one JSON object
     */
    public static JsonObject parse(byte[] bytes, String source) {
        if (readWhole(bytes, source) instanceof JsonObject object) {
            return object;
        }
        throw unreadable(source, "it does not start with an object");
    }

    /**
     * Returns the objects of the list that the bytes hold.
     *
     * @param source what is read, for the message
     * @throws LayeredFailure {@code json-unreadable} if the bytes are not one JSON list of objects
     */
    public static List<JsonObject> parseList(byte[] bytes, String source) {
        if (readWhole(bytes, source) instanceof List<?> list && list.stream().allMatch(JsonObject.class::isInstance)) {
            return list.stream().map(JsonObject.class::cast).toList();
        }
        throw unreadable(source, "it is not a list of objects");
    }

    /**
     * Returns the object that a file holds without the items of some lists, each of which is handed over when it is read
     * and not kept.
     *
     * @param takers by the list's path, e.g. {@code layers.entries} for the lists {@code entries} of the objects in the
     *     list {@code layers}; an inner item comes before the outer one that it belongs to
     * @throws LayeredFailure {@code json-unreadable} if the file is not one JSON object
     * @throws IOException if it cannot be read
     */
    public static JsonObject read(Path file, Map<String, Consumer<JsonObject>> takers) throws IOException {
        String source = file.toString();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = FACTORY.createParser(in)) {
            if (new JsonReader(parser, source, takers).document() instanceof JsonObject object) {
                return object;
            }
            throw unreadable(source, "it does not start with an object");
        } catch (JsonProcessingException e) {
            throw unreadable(source, reason(e));
        }
    }

    private static Object readWhole(byte[] bytes, String source) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            return new JsonReader(parser, source, Map.of()).document();
        } catch (IOException e) {
            throw unreadable(source, reason(e));
        }
    }

    /** Returns the object as UTF-8 without white space. */
    public static byte[] bytes(JsonObject object) {
        return bytesOf(object);
    }

    /** Returns the list as UTF-8 without white space. */
    public static byte[] bytes(List<JsonObject> objects) {
        return bytesOf(objects);
    }

    private static byte[] bytesOf(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            writeValue(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns the object as UTF-8 for people: indented, one field a line, a newline at the end. */
    public static byte[] pretty(JsonObject object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writePretty(object, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes the object as {@link #pretty} does, and leaves the stream open; items made on demand are not kept. */
    public static void writePretty(JsonObject object, OutputStream out) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.setPrettyPrinter(forPeople());
            writeValue(generator, object);
            generator.writeRaw('\n');
        }
    }

    static LayeredFailure unreadable(String source, String reason) {
        return LayeredFailure.mistake(
                "json-unreadable",
                Shown.quoted(source) + " is not the JSON document it should be: " + Shown.text(reason) + ".",
                Shown.text(source),
                "make the file again with the tool that wrote it");
    }

    /** Returns Jackson's reason and the place in the document, without its remarks on itself. */
    private static String reason(IOException e) {
        if (e instanceof JsonProcessingException wrong && wrong.getLocation() != null) {
            return wrong.getOriginalMessage() + " in line "
                    + wrong.getLocation().getLineNr();
        }
        return String.valueOf(e.getMessage());
    }

    private static DefaultPrettyPrinter forPeople() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    private static void writeValue(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof JsonObject object) {
            generator.writeStartObject();
            for (Map.Entry<String, Object> field : object.fields().entrySet()) {
                generator.writeFieldName(field.getKey());
                writeValue(generator, field.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> values) {
            generator.writeStartArray();
            for (Object item : values) {
                writeValue(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else {
            generator.writeNull();
        }
    }
}
