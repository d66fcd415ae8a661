package dev.layered.real;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Writes an OCI image layout that holds one index of base images, for builds to start from. */
final class LayoutWriter {

    private static final String TYPE = "application/vnd.oci.image.";

    private final Path layout;
    private final List<String> images = new ArrayList<>();

    LayoutWriter(Path layout) throws IOException {
        this.layout = layout;
        Files.createDirectories(layout.resolve("blobs/sha256"));
    }

    /** Adds the image of linux on that architecture, with its environment (each {@code name=value}) and its layers. */
    void image(String architecture, List<String> environment, List<Path> gzippedLayers) throws IOException {
        List<String> layers = new ArrayList<>();
        List<String> diffIds = new ArrayList<>();
        List<String> history = new ArrayList<>();
        for (Path layer : gzippedLayers) {
            layers.add(descriptor("layer.v1.tar+gzip", Files.readAllBytes(layer), ""));
            try (InputStream tar = new GZIPInputStream(Files.newInputStream(layer))) {
                diffIds.add("\"sha256:" + Sha256.of(tar) + "\"");
            }
            history.add("{\"created_by\":\"base layer " + layers.size() + "\"}");
        }
        String config = """
                {"architecture":"%s","os":"linux","config":{"Env":%s},\
                "rootfs":{"type":"layers","diff_ids":%s},"history":%s}""".formatted(
                        architecture,
                        environment.stream().map(entry -> '"' + entry + '"').toList(),
                        diffIds,
                        history);
        String manifest = """
                {"schemaVersion":2,"mediaType":"%smanifest.v1+json","config":%s,"layers":%s}""".formatted(TYPE, descriptor("config.v1+json", bytes(config), ""), layers);
        String platform = ",\"platform\":{\"architecture\":\"" + architecture + "\",\"os\":\"linux\"}";
        images.add(descriptor("manifest.v1+json", bytes(manifest), platform));
    }

    /** Writes what makes the directory a layout; without it nobody takes it for one. */
    void close(String name) throws IOException {
        String index = """
                {"schemaVersion":2,"mediaType":"%sindex.v1+json","manifests":[%s]}""".formatted(TYPE, images.stream().collect(Collectors.joining(",")));
        String annotation = ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + name + "\"}";
        String top = descriptor("index.v1+json", bytes(index), annotation);
        Files.writeString(layout.resolve("index.json"), "{\"schemaVersion\":2,\"manifests\":[" + top + "]}");
        Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    }

    private String descriptor(String type, byte[] blob, String more) throws IOException {
        String hex = Sha256.of(blob);
        Files.write(layout.resolve("blobs/sha256").resolve(hex), blob);
        return "{\"mediaType\":\"%s%s\",\"digest\":\"sha256:%s\",\"size\":%d%s}"
                .formatted(TYPE, type, hex, blob.length, more);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
