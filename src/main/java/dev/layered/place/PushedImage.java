package dev.layered.place;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the last push published.
 *
 * @param digests what each name stood for then, by the name with its tag; at least one, the main one first
 * @param digest of the whole image
 */
public record PushedImage(Map<String, Digest> digests, Digest digest) {

    /** The file that a push leaves. */
    static final String FILE = "push.json";

    /** Returns the names. */
    public List<String> names() {
        return List.copyOf(digests.keySet());
    }

    /** Returns what the file in the folder tells; nothing where there is none that can be read. */
    public static Optional<PushedImage> in(Path output) {
        Path file = output.resolve(FILE);
        try {
            JsonObject push = Json.parse(Files.readAllBytes(file), file.toString());
            Map<String, Digest> digests = new LinkedHashMap<>();
            for (JsonObject tag : push.objects("tags")) {
                digests.put(tag.requiredText("name"), tag.required("digest", Digest::parse));
            }
            Digest digest = push.required("digest", Digest::parse);
            return digests.isEmpty() ? Optional.empty() : Optional.of(new PushedImage(digests, digest));
        } catch (IOException | LayeredFailure e) {
            return Optional.empty();
        }
    }
}
