package dev.layered.place;

import dev.layered.image.Descriptor;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.layout.ImageLayout;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.Reaction;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.ScriptedRegistry;
import dev.layered.registry.credential.CredentialSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The image of a layout as a registry of the tests has it, under the tag {@code 1.0} of {@code shop/cart}. */
public final class PublishedLayout implements AutoCloseable {

    private static final String REPOSITORY = "shop/cart";
    private static final String TAG = "1.0";

    private final ScriptedRegistry registry;
    private final Registries registries;
    private final ImageLayout layout;
    private final Descriptor target;

    private PublishedLayout(ScriptedRegistry registry, ImageLayout layout) {
        this.registry = registry;
        this.registries = new Registries(RegistrySettings.standard(), CredentialSource.ANONYMOUS, BuildLog.SILENT);
        this.layout = layout;
        this.target = layout.images().get(0);
    }

    /** Puts all of the layout in the folder into a registry. */
    public static PublishedLayout of(Path folder) {
        try {
            PublishedLayout published = new PublishedLayout(ScriptedRegistry.start(), ImageLayout.in(folder));
            published.put(published.target);
            return published;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Descriptor descriptor) throws IOException {
        byte[] bytes = layout.document(descriptor);
        registry.contents().manifest(REPOSITORY, TAG, descriptor.mediaType(), bytes);
        if (MediaType.isIndex(descriptor.mediaType())) {
            for (Descriptor child : OciJson.index(bytes, "index").value().manifests()) {
                put(child);
            }
            registry.contents().manifest(REPOSITORY, TAG, descriptor.mediaType(), bytes);
            return;
        }
        Manifest manifest = OciJson.manifest(bytes, "manifest").value();
        blob(manifest.config());
        for (Descriptor layer : manifest.layers()) {
            blob(layer);
        }
    }

    private void blob(Descriptor descriptor) throws IOException {
        registry.contents().blob(REPOSITORY, Files.readAllBytes(layout.path(descriptor.digest())));
    }

    /** Returns what the tag stands for. */
    public Descriptor target() {
        return target;
    }

    /** Returns the name of the image. */
    public String name() {
        return repository() + ":" + TAG;
    }

    /** Returns the name without a tag. */
    public String repository() {
        return registry.host() + "/" + REPOSITORY;
    }

    /** Returns the registry. */
    public ScriptedRegistry registry() {
        return registry;
    }

    /** Sends other bytes for a blob from now on. */
    public void damage(Descriptor blob, byte[] other) {
        registry.always("GET", "blobs/" + blob.digest(), Reaction.change(reply -> reply.body(other)));
    }

    /** Has not got a blob or manifest any more. */
    public void lose(Descriptor blob) {
        registry.always("GET", blob.digest().text(), Reaction.status(404));
    }

    /** Returns the places that this registry is one of. */
    public ImagePlaces places(Path folder) {
        return ImagePlaces.reading(folder, registries::repository);
    }

    @Override
    public void close() {
        registries.close();
        registry.close();
    }
}
