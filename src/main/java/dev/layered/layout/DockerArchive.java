package dev.layered.layout;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.HashingOutputStream;
import dev.layered.image.Image;
import dev.layered.image.ImageConfig;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.LayerReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images of an archive as {@code docker save} writes it, and Podman, skopeo, Jib and kaniko after it.
 *
 * <p>It holds configs and layers but no manifests; these are made here, in the OCI's words. A layer that is a plain tar
 * has the digest that the config gives as its diffID, which whoever copies it checks.
 */
final class DockerArchive {

    private static final String MANIFEST = "manifest.json";

    private final ImageFiles files;
    private final Mistakes faults;

    /** Compressed layers by name, so that each is hashed once. */
    private final Map<String, Descriptor> compressed = new HashMap<>();

    DockerArchive(ImageFiles files, Mistakes faults) {
        this.files = files;
        this.faults = faults;
    }

    List<StoredImage> read() {
        if (!files.has(MANIFEST)) {
            throw LayoutFailure.noDockerArchive(files.place(""));
        }
        String place = files.place(MANIFEST);
        List<StoredImage> images = new ArrayList<>();
        for (JsonObject image : Json.parseList(files.document(MANIFEST), place)) {
            faults.collect(() -> image(image)).ifPresent(images::add);
        }
        return images;
    }

    private StoredImage image(JsonObject listed) {
        String configName = listed.requiredText("Config");
        byte[] bytes = files.document(path(configName));
        Document<ImageConfig> config = OciJson.config(bytes, MediaType.OCI_CONFIG, files.place(configName));
        List<String> names = listed.texts("Layers").orElse(List.of());
        List<Digest> diffIds = config.value().diffIds();
        if (names.size() != diffIds.size()) {
            throw LayoutFailure.image(files.place(configName), "its config has not one diffID for each layer");
        }
        List<Blob> layers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            layers.add(layer(path(names.get(i)), diffIds.get(i)));
        }
        Manifest manifest = new Manifest(
                MediaType.OCI_MANIFEST,
                config.descriptor(),
                layers.stream().map(Blob::descriptor).toList(),
                Map.of(),
                JsonObject.empty());
        Image image = new Image(OciJson.document(manifest), config, layers);
        String name =
                listed.texts("RepoTags").orElse(List.of()).stream().findFirst().orElse("");
        return new StoredImage(
                name,
                image.manifest().descriptor(),
                List.of(),
                List.of(PlatformImage.of(Optional.empty(), image)),
                List.of(),
                List.of());
    }

    /** Some writers begin names with {@code ./}. */
    private static String path(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private Blob layer(String name, Digest diffId) {
        Descriptor descriptor = compressed.containsKey(name) ? compressed.get(name) : descriptor(name, diffId);
        BlobSource source = new BlobSource() {
            @Override
            public InputStream open(Descriptor layer) throws IOException {
                return files.open(name);
            }

            @Override
            public String place(Descriptor layer) {
                return files.place(name);
            }
        };
        return source.blob(descriptor);
    }

    /**
     * Returns the descriptor of a layer.
     *
     * @throws LayeredFailure {@code layout-blob-missing}, or {@code layer-compression}
     */
    private Descriptor descriptor(String name, Digest diffId) {
        try (InputStream in = files.open(name)) {
            String mediaType = LayerReader.mediaType(in, files.place(name));
            if (mediaType.equals(MediaType.OCI_LAYER)) {
                return Descriptor.of(mediaType, diffId, files.size(name));
            }
            HashingOutputStream hash = new HashingOutputStream(OutputStream.nullOutputStream());
            try (InputStream whole = files.open(name)) {
                whole.transferTo(hash);
            }
            Descriptor descriptor = Descriptor.of(mediaType, hash.digest(), hash.size());
            compressed.put(name, descriptor);
            return descriptor;
        } catch (IOException e) {
            throw LayoutFailure.unusable(files.place(name), e);
        }
    }
}
