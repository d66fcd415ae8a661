package dev.layered.place;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the last push published.
 *
 * @param names at least one, each with a tag
 * @param digest that all of them stood for then
 */
public record PushedImage(List<String> names, Digest digest) {

    /** Copies the list. */
    public PushedImage {
        names = List.copyOf(names);
    }

    /** Returns what the file tells; nothing where there is none that can be read. */
    static Optional<PushedImage> read(Path file) {
        try {
            JsonObject push = Json.parse(Files.readAllBytes(file), file.toString());
            List<String> names = push.texts("names").orElse(List.of());
            Digest digest = push.required("digest", Digest::parse);
            return names.isEmpty() ? Optional.empty() : Optional.of(new PushedImage(names, digest));
        } catch (IOException | LayeredFailure e) {
            return Optional.empty();
        }
    }
}
