package dev.layered.benchmark;

import dev.layered.real.LayerTar;
import dev.layered.real.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** An image made of the files of this Java, the same layers for each platform, in a registry. */
final class BaseImage {

    private static final String TYPE = "application/vnd.oci.image.";
    private static final String HOME = "opt/java";

    private final RegistryApi registry;
    private final List<String> layers = new ArrayList<>();
    private final List<String> diffIds = new ArrayList<>();

    private BaseImage(RegistryApi registry) {
        this.registry = registry;
    }

    /** Pushes it under that repository's tag {@code 21}; the layers are made once in the folder. */
    static void push(RegistryApi registry, Path folder) throws IOException {
        BaseImage image = new BaseImage(registry);
        Files.createDirectories(folder);
        Path java = Path.of(System.getProperty("java.home"));
        image.layer(folder.resolve("modules.tar.gz"), List.of(java.resolve("lib/modules")), java);
        image.layer(folder.resolve("server.tar.gz"), filesIn(java.resolve("lib/server")), java);
        image.layer(folder.resolve("libraries.tar.gz"), filesIn(java.resolve("lib")).stream()
                .filter(file -> !file.endsWith("modules") && !file.startsWith(java.resolve("lib/server")))
                .toList(), java);
        image.close();
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).filter(Files::isReadable).sorted().toList();
        }
    }

    private void layer(Path file, List<Path> content, Path java) throws IOException {
        if (!Files.exists(file)) {
            Path unfinished = file.resolveSibling("unfinished");
            try (LayerTar tar = new LayerTar(unfinished)) {
                for (Path one : content) {
                    tar.file(HOME + "/" + java.relativize(one), Files.readAllBytes(one), 0755);
                }
            }
            Files.move(unfinished, file);
        }
        layers.add(blob("layer.v1.tar+gzip", Files.readAllBytes(file), ""));
        try (InputStream tar = new GZIPInputStream(Files.newInputStream(file))) {
            diffIds.add("\"sha256:" + Sha256.of(tar) + "\"");
        }
    }

    private void close() throws IOException {
        List<String> manifests = new ArrayList<>();
        for (String platform : Scenario.allPlatforms()) {
            String architecture = platform.substring(platform.indexOf('/') + 1);
            String config = """
                    {"architecture":"%s","os":"linux","config":{"Env":["PATH=/%s/bin:/usr/bin"]},\
                    "rootfs":{"type":"layers","diff_ids":%s},"history":%s}""".formatted(
                            architecture,
                            HOME,
                            diffIds,
                            diffIds.stream().map(id -> "{\"created_by\":\"base\"}").toList());
            String manifest = """
                    {"schemaVersion":2,"mediaType":"%smanifest.v1+json","config":%s,"layers":%s}""".formatted(
                            TYPE, blob("config.v1+json", bytes(config), ""), layers);
            String type = TYPE + "manifest.v1+json";
            registry.putManifest("sha256:" + Sha256.of(bytes(manifest)), type, bytes(manifest));
            manifests.add(descriptor(
                    "manifest.v1+json",
                    bytes(manifest),
                    ",\"platform\":{\"architecture\":\"" + architecture + "\",\"os\":\"linux\"}"));
        }
        String index = """
                {"schemaVersion":2,"mediaType":"%sindex.v1+json","manifests":%s}""".formatted(TYPE, manifests);
        registry.putManifest("21", TYPE + "index.v1+json", bytes(index));
    }

    private String blob(String type, byte[] content, String more) throws IOException {
        registry.putBlob("sha256:" + Sha256.of(content), content);
        return descriptor(type, content, more);
    }

    private static String descriptor(String type, byte[] content, String more) {
        return "{\"mediaType\":\"%s%s\",\"digest\":\"sha256:%s\",\"size\":%d%s}"
                .formatted(TYPE, type, Sha256.of(content), content.length, more);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
