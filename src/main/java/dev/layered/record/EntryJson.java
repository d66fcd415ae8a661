package dev.layered.record;

import dev.layered.json.JsonBuilder;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.LayerEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** The JSON of one entry of a layer: all that it takes to make the entry again, where it is not the usual. */
final class EntryJson {

    /** The field of a copied file that does not go into the layer as it is. */
    static final String FORM = "form";

    /** What that field says of a jar. */
    private static final String TIMELESS_JAR = "timeless-jar";

    private EntryJson() {}

    static Optional<String> form(Content.OfFile source) {
        return source.form() == Content.Form.TIMELESS_JAR ? Optional.of(TIMELESS_JAR) : Optional.empty();
    }

    /**
     * Returns the file in the form that is recorded.
     *
     * @throws IllegalArgumentException if there is no such form
     */
    static Content.OfFile source(Path file, JsonObject json) {
        String form = json.text(FORM).orElse("");
        if (!form.isEmpty() && !form.equals(TIMELESS_JAR)) {
            throw new IllegalArgumentException("form " + form);
        }
        return new Content.OfFile(file, form.isEmpty() ? Content.Form.AS_IS : Content.Form.TIMELESS_JAR);
    }

    /** Returns the entry's JSON; {@code inputs} names its file. */
    static JsonObject of(KeyedEntry keyed, InputFiles inputs) {
        LayerEntry entry = keyed.entry();
        JsonBuilder json =
                JsonObject.builder().put("path", "/" + entry.path()).put("mode", String.format("%04o", entry.mode()));
        if (entry.uid() != 0 || entry.gid() != 0) {
            json.put("owner", entry.uid() + ":" + entry.gid());
        }
        if (entry.time().getEpochSecond() != LayerEntry.DEFAULT_TIME.getEpochSecond()) {
            json.put("time", entry.time().toString());
        }
        if (entry.content() instanceof Content.Link link) {
            json.put("link", link.target());
        } else if (!(entry.content() instanceof Content.Directory)) {
            json.put("digest", keyed.content().text()).put("size", keyed.size());
        }
        if (entry.content() instanceof Content.OfFile source) {
            json.put("source", inputs.name(source.file()));
            form(source).ifPresent(form -> json.put(FORM, form));
        } else if (entry.content() instanceof Content.OfBytes made) {
            Optional<String> text = text(made.bytes());
            json.put(
                    text.isPresent() ? "text" : "bytes",
                    text.orElseGet(() -> Base64.getEncoder().encodeToString(made.bytes())));
        }
        return json.build();
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
