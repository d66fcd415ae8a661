package dev.layered.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.tar.TestTar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** An image layout in the making, good or bad, that becomes a folder or an archive. */
final class DraftLayout {

    static final byte[] TAR =
            new TestTar().directory("etc").file("etc/name", "x").bytes();

    final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> named = new ArrayList<>();

    DraftLayout() {
        files.put("oci-layout", bytes("{\"imageLayoutVersion\":\"1.0.0\"}"));
    }

    /** Returns the image of one layer, a plain tar, on that platform. */
    static DraftLayout ofOneImage() {
        DraftLayout layout = new DraftLayout();
        return layout.name(layout.image("amd64"), "one");
    }

    /** Adds the image of linux on that architecture, with {@link #TAR} as its only layer. */
    Descriptor image(String architecture) {
        return manifest(config(architecture, TAR), blob(MediaType.OCI_LAYER, TAR));
    }

    Descriptor config(String architecture, byte[]... tars) {
        List<String> diffIds = new ArrayList<>();
        for (byte[] tar : tars) {
            diffIds.add('"' + Digest.of(tar).text() + '"');
        }
        return blob(
                MediaType.OCI_CONFIG,
                bytes("{\"architecture\":\"" + architecture + "\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
                        + "\"diff_ids\":" + diffIds + "}}"));
    }

    Descriptor manifest(Descriptor config, Descriptor... layers) {
        List<String> described = new ArrayList<>();
        for (Descriptor layer : layers) {
            described.add(json(layer, ""));
        }
        return blob(
                MediaType.OCI_MANIFEST,
                bytes("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.OCI_MANIFEST + "\",\"config\":"
                        + json(config, "") + ",\"layers\":" + described + "}"));
    }

    /** Adds an index of these, each as JSON. */
    Descriptor index(String... manifests) {
        return blob(
                MediaType.OCI_INDEX,
                bytes("{\"schemaVersion\":2,\"manifests\":[" + String.join(",", manifests) + "]}"));
    }

    Descriptor blob(String mediaType, byte[] content) {
        Digest digest = Digest.of(content);
        files.put("blobs/sha256/" + digest.hex(), content);
        return Descriptor.of(mediaType, digest, content.length);
    }

    DraftLayout name(Descriptor target, String name) {
        named.add(json(target, ",\"annotations\":{\"" + ImageLayout.REF_NAME + "\":\"" + name + "\"}"));
        files.put("index.json", bytes("{\"schemaVersion\":2,\"manifests\":[" + String.join(",", named) + "]}"));
        return this;
    }

    static String json(Descriptor descriptor, String more) {
        return "{\"mediaType\":\"" + descriptor.mediaType() + "\",\"digest\":\"" + descriptor.digest() + "\",\"size\":"
                + descriptor.size() + more + "}";
    }

    static String on(String os, String architecture) {
        return ",\"platform\":{\"os\":\"" + os + "\",\"architecture\":\"" + architecture + "\"}";
    }

    /** Writes the files as a folder or an archive, and returns its location. */
    String write(Path folder, boolean asArchive) throws IOException {
        if (asArchive) {
            TestTar tar = new TestTar();
            files.forEach(tar::file);
            tar.writeTo(folder.resolve("images.tar"));
            return "oci-archive:images.tar";
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve("images").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return "oci:images";
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
