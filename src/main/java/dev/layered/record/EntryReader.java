package dev.layered.record;

import dev.layered.folder.PathText;
import dev.layered.image.Digest;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.LayerEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads what {@link EntryJson} writes. What it throws beside our failures is an {@link IllegalArgumentException}. */
final class EntryReader {

    private static final Digest OF_NOTHING = Digest.of(new byte[0]);

    private final Path project;

    EntryReader(Path project) {
        this.project = project.toAbsolutePath();
    }

    /** Returns the file that an input's name stands for. */
    Path file(String name) {
        return PathText.resolve(project, name);
    }

    KeyedEntry entry(JsonObject json) {
        Content content = content(json);
        String[] owner = json.text("owner").orElse("0:0").split(":", 2);
        LayerEntry entry = new LayerEntry(
                json.requiredText("path").replaceFirst("^/", ""),
                content,
                Integer.parseInt(json.requiredText("mode"), 8),
                Long.parseLong(owner[0]),
                Long.parseLong(owner[owner.length - 1]),
                json.text("time").map(Instant::parse).orElse(LayerEntry.DEFAULT_TIME));
        if (content instanceof Content.Link link) {
            return new KeyedEntry(entry, Digest.of(link.target().getBytes(StandardCharsets.UTF_8)), 0);
        }
        if (content instanceof Content.Directory) {
            return new KeyedEntry(entry, OF_NOTHING, 0);
        }
        return new KeyedEntry(entry, json.required("digest", Digest::parse), json.requiredSize("size"));
    }

    private Content content(JsonObject json) {
        Optional<Content> copied = json.text("source").map(name -> EntryJson.source(file(name), json));
        return copied.or(() -> json.text("link").map(Content.Link::new))
                .or(() -> json.text("text").map(text -> new Content.OfBytes(text.getBytes(StandardCharsets.UTF_8))))
                .or(() -> json.text("bytes")
                        .map(text -> new Content.OfBytes(Base64.getDecoder().decode(text))))
                .orElseGet(Content.Directory::new);
    }
}
