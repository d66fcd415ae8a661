package dev.layered.record;

import dev.layered.json.JsonBuilder;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.LayerEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The JSON of one entry of a layer: all that it takes to make the entry again, where it is not the usual. */
final class EntryJson {

    private EntryJson() {}

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
