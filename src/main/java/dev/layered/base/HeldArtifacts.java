package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.image.Digest;
import dev.layered.image.ImageConfig;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.SourceFile;
import dev.layered.plan.ClassPath;
import dev.layered.plan.PlacedArtifact;
import dev.layered.store.KnownFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The artifacts that a base image holds, as a label of its config tells: images on top of it need not repeat them.
 *
 * <p>An artifact is the same where its coordinates and its content are. Labels are in both formats, and copies of an image
 * keep them.
 */
public final class HeldArtifacts {

    /** The label of images of the kind {@code base}. */
    public static final String LABEL = "dev.layered.artifacts";

    private final Map<String, Held> held;

    /**
     * One of them.
     *
     * @param path absolute, in the image
     * @param digest of the file
     */
    public record Held(String artifact, String path, Digest digest) {}

    private HeldArtifacts(Map<String, Held> held) {
        this.held = held;
    }

    /** Returns what the config of a base tells; a label that cannot be read tells nothing. */
    public static HeldArtifacts of(ImageConfig base) {
        Map<String, Held> held = new LinkedHashMap<>();
        String label = base.runtime().labels().getOrDefault(LABEL, "[]");
        try {
            for (JsonObject one : Json.parseList(label.getBytes(StandardCharsets.UTF_8), LABEL)) {
                String artifact = one.requiredText("artifact");
                held.put(artifact, new Held(artifact, one.requiredText("path"), one.required("digest", Digest::parse)));
            }
        } catch (LayeredFailure unreadable) {
            return new HeldArtifacts(Map.of());
        }
        return new HeldArtifacts(held);
    }

    /** Returns the class path, in which the artifacts that the base holds are those of the base. */
    public ClassPath in(ClassPath path, KnownFiles known) {
        return held.isEmpty()
                ? path
                : path.moved(placed -> find(placed, known)
                        .map(found -> placed.inBase(found.path().replaceFirst("^/", "")))
                        .orElse(placed));
    }

    private Optional<Held> find(PlacedArtifact placed, KnownFiles known) {
        return Optional.ofNullable(held.get(placed.artifact().coordinates().toString()))
                .filter(found -> isSame(found, placed, known));
    }

    private static boolean isSame(Held found, PlacedArtifact placed, KnownFiles known) {
        try {
            return placed.entry().content() instanceof Content.OfFile file
                    && new SourceFile(file).digest(known).equals(found.digest());
        } catch (LayeredFailure unreadable) {
            return false; // that is told when it goes into a layer
        }
    }

    /** Returns the label of an image that holds these artifacts, and those that its own base holds. */
    public String with(List<Held> more) {
        Map<String, Held> all = new LinkedHashMap<>(held);
        more.forEach(one -> all.put(one.artifact(), one));
        List<JsonObject> json = new ArrayList<>();
        all.values()
                .forEach(one -> json.add(JsonObject.builder()
                        .put("artifact", one.artifact())
                        .put("path", one.path())
                        .put("digest", one.digest().text())
                        .build()));
        return new String(Json.bytes(json), StandardCharsets.UTF_8);
    }
}
