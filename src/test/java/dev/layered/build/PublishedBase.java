package dev.layered.build;

import dev.layered.image.Descriptor;
import dev.layered.image.MediaType;
import dev.layered.json.Json;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.ScriptedRegistry;
import dev.layered.registry.credential.CredentialSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A base image in a registry of the tests, and a client for it. */
public final class PublishedBase implements AutoCloseable {

    public final ScriptedRegistry registry;
    private final Registries registries =
            new Registries(RegistrySettings.standard(), CredentialSource.ANONYMOUS, BuildLog.SILENT);
    private static final String REPOSITORY = "java";

    private PublishedBase(ScriptedRegistry registry) {
        this.registry = registry;
    }

    /** Starts a registry that has nothing. */
    public static PublishedBase start() throws IOException {
        return new PublishedBase(ScriptedRegistry.start());
    }

    /** Puts a built image there, under the tag. */
    public PublishedBase put(BuildOutcome built, String tag) throws IOException {
        try (Stream<Path> blobs = Files.list(built.layout().resolve("blobs/sha256"))) {
            for (Path blob : blobs.toList()) {
                put(Files.readAllBytes(blob), "any");
            }
        }
        ImageLayout layout = ImageLayout.in(built.layout());
        Descriptor target = layout.images().get(0);
        put(layout.document(target), tag);
        return this;
    }

    private void put(byte[] bytes, String tag) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> kinds = List.of(MediaType.OCI_INDEX, MediaType.OCI_MANIFEST);
        kinds.stream()
                .filter(kind -> text.startsWith("{")
                        && Json.parse(bytes, "a blob")
                                .text("mediaType")
                                .filter(kind::equals)
                                .isPresent())
                .findFirst()
                .ifPresentOrElse(
                        kind -> registry.contents().manifest(REPOSITORY, tag, kind, bytes),
                        () -> registry.contents().blob(REPOSITORY, bytes));
    }

    /** Returns the name of the base under a tag, or {@code @} and a digest. */
    public String name(String tag) {
        return registry.host() + "/" + REPOSITORY + (tag.startsWith("@") ? tag : ":" + tag);
    }

    /** Returns the client. */
    public Registries registries() {
        return registries;
    }

    /** Returns how many requests came until now. */
    public int requests() {
        return registry.requests().size();
    }

    @Override
    public void close() {
        registries.close();
        registry.close();
    }
}
