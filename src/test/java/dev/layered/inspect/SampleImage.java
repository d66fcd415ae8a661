package dev.layered.inspect;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.History;
import dev.layered.image.ImageConfig;
import dev.layered.image.Index;
import dev.layered.image.Manifest;
import dev.layered.image.MediaType;
import dev.layered.image.OciJson;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.layout.ImageLayout;
import dev.layered.tar.TestTar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** An image layout that a test puts together layer by layer; of all platforms that are named. */
public final class SampleImage {

    private final ImageLayout layout;
    private final List<Descriptor> manifests = new ArrayList<>();
    private List<Descriptor> layers = new ArrayList<>();
    private List<Digest> diffIds = new ArrayList<>();
    private List<History> history = new ArrayList<>();
    private RuntimeConfig runtime = RuntimeConfig.NONE;

    public SampleImage(Path folder) {
        layout = ImageLayout.in(folder);
    }

    SampleImage runtime(RuntimeConfig wanted) {
        runtime = wanted;
        return this;
    }

    /** Adds a layer in gzip. */
    public SampleImage layer(String createdBy, TestTar tar) {
        byte[] bytes = tar.bytes();
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(blob)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return layer(createdBy, MediaType.OCI_LAYER_GZIP, blob.toByteArray(), Digest.of(bytes));
    }

    /** Adds a layer as a plain tar. */
    SampleImage plainLayer(String createdBy, TestTar tar) {
        byte[] bytes = tar.bytes();
        return layer(createdBy, MediaType.OCI_LAYER, bytes, Digest.of(bytes));
    }

    SampleImage layer(String createdBy, String mediaType, byte[] blob, Digest diffId) {
        layers.add(add(mediaType, blob));
        diffIds.add(diffId);
        history.add(new History(Optional.empty(), Optional.of(createdBy), Optional.empty(), Optional.empty(), false));
        return this;
    }

    /** Ends the image of that platform; the next layers are for another. */
    public SampleImage on(String platform) {
        Platform parsed = Platform.parse(platform);
        Document<ImageConfig> config = OciJson.document(
                new ImageConfig(
                        parsed,
                        Optional.of("2026-01-01T00:00:00Z"),
                        Optional.empty(),
                        runtime,
                        diffIds,
                        history,
                        JsonObject.empty()),
                MediaType.OCI_CONFIG);
        Document<Manifest> manifest = OciJson.document(
                new Manifest(MediaType.OCI_MANIFEST, config.descriptor(), layers, Map.of(), JsonObject.empty()));
        layout.add(config);
        layout.add(manifest);
        manifests.add(manifest.descriptor().on(parsed));
        layers = new ArrayList<>();
        diffIds = new ArrayList<>();
        history = new ArrayList<>();
        return this;
    }

    /** Writes the index and returns where the image is. */
    public String write() {
        Document<Index> index = OciJson.document(OciJson.index(manifests, Map.of()));
        Blob target = index;
        layout.add(target);
        layout.name(Map.of("shop/cart:1.0", target.descriptor()), all());
        return "oci:" + layout.folder();
    }

    private Set<Digest> all() {
        try (var blobs = java.nio.file.Files.list(layout.folder().resolve("blobs/sha256"))) {
            return blobs.map(blob -> Digest.parse("sha256:" + blob.getFileName()))
                    .collect(java.util.stream.Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Descriptor add(String mediaType, byte[] bytes) {
        Descriptor descriptor = Descriptor.of(mediaType, Digest.of(bytes), bytes.length);
        layout.add(new Blob() {
            @Override
            public Descriptor descriptor() {
                return descriptor;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        });
        return descriptor;
    }
}
