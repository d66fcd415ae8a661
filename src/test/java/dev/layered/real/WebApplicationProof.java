package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Has the image of the example web application judged by programs that never heard of the plugin. */
public final class WebApplicationProof {

    private static final String IMAGE = "orders:built";
    private static final int SECONDS_TO_START = 120;

    private final Path project;
    private final Path layout;

    private WebApplicationProof(Path project) {
        this.project = project;
        this.layout = project.resolve("target/layered/image");
    }

    /** Returns the proof of the project built in that directory. */
    public static WebApplicationProof of(File project) {
        return new WebApplicationProof(project.toPath().toAbsolutePath());
    }

    /** Proves that skopeo finds the digest that the plugin told, and both platforms. */
    public void skopeoReadsTheLayout() throws IOException {
        BuiltImage built = BuiltImage.of(project.toFile());
        same("digest", Skopeo.digest(layout), built.digest());
        for (String architecture : List.of("amd64", "arm64")) {
            Map<String, Object> seen = Skopeo.inspect(layout, architecture);
            PlatformImage image = built.image("linux/" + architecture);
            same("architecture", seen.get("Architecture"), architecture);
            same(
                    "layers",
                    seen.get("Layers"),
                    image.layers().stream().map(ImageLayer::digest).toList());
        }
    }

    /** Proves that the tree of each platform is the class path and the classes, byte for byte, and owned by root. */
    public void unpackedTreeIsTheProject() throws IOException {
        Path work = Files.createTempDirectory("unpacked");
        try {
            for (String architecture : List.of("amd64", "arm64")) {
                Path single = work.resolve(architecture);
                Skopeo.copy(layout, architecture, "oci:" + single + ":one");
                Path root = Umoci.unpack(single, "one", work.resolve(architecture + "-tree"));
                compare(root.resolve("app"));
            }
        } finally {
            Folder.delete(work);
        }
    }

    /** Proves that Docker runs the image on this machine: it says that it is well, and shows its page. */
    public void dockerRunsIt() throws IOException {
        try (Dockerd docker = Dockerd.start()) {
            docker.load(layout, IMAGE);
            int port = WebPage.freePort();
            String container = docker.startContainer(IMAGE, Map.of("SERVER_PORT", String.valueOf(port)));
            try {
                Wait.atMost(
                        SECONDS_TO_START,
                        () -> WebPage.get(port, "/actuator/health").equals("200 {\"status\":\"UP\"}"),
                        () -> "not healthy\n" + docker.logs(container));
                String page = WebPage.get(port, "/");
                LayoutReader.expect(page.contains("<h1>Orders</h1>"), "another page: " + page);
            } finally {
                docker.remove(container);
            }
        }
    }

    /** Proves that a change in one class, built again, changes the layer of the classes and no other. */
    public void oneClassChangesOneLayer(File localRepository) throws IOException {
        BuiltImage before = BuiltImage.of(project.toFile());
        Path source = project.resolve("src/main/java/com/example/orders/OrderController.java");
        String changed = Files.readString(source).replace("defaultValue = \"1\"", "defaultValue = \"2\"");
        Files.writeString(source, changed);
        MavenRun.in(project.toFile(), localRepository).goals("package");
        BuiltImage after = BuiltImage.of(project.toFile());
        for (String platform : before.platforms()) {
            List<ImageLayer> old = before.image(platform).layers();
            List<ImageLayer> fresh = new ArrayList<>(after.image(platform).layers());
            same("number of layers", fresh.size(), old.size());
            fresh.removeAll(old);
            same("changed layers", fresh.stream().map(ImageLayer::name).toList(), List.of("classes"));
        }
    }

    private void compare(Path app) throws IOException {
        Map<String, Path> sources = sources();
        Map<String, Path> unpacked = filesBelow(app);
        unpacked.remove("classpath");
        same("files", new TreeSet<>(unpacked.keySet()), new TreeSet<>(sources.keySet()));
        for (Map.Entry<String, Path> file : unpacked.entrySet()) {
            long differs = Files.mismatch(file.getValue(), sources.get(file.getKey()));
            same("first byte that differs in " + file.getKey(), differs, -1L);
        }
        try (Stream<Path> all = Files.walk(app)) {
            for (Path path : all.toList()) {
                Map<String, Object> is = Files.readAttributes(path, "unix:uid,gid,mode");
                same("owner of " + path, is.get("uid") + ":" + is.get("gid"), "0:0");
                same("rights of " + path, (Integer) is.get("mode") & 07777, Files.isDirectory(path) ? 0755 : 0644);
            }
        }
    }

    /** Returns what belongs below /app: Maven's own class path, which the project had another plugin write down. */
    private Map<String, Path> sources() throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        String classPath = Files.readString(project.resolve("target/class-path.txt"));
        for (String jar : classPath.strip().split(File.pathSeparator)) {
            sources.put("libs/" + Path.of(jar).getFileName(), Path.of(jar));
        }
        filesBelow(project.resolve("target/classes"))
                .forEach((path, file) ->
                        sources.put((path.endsWith(".class") ? "classes/" : "resources/") + path, file));
        return sources;
    }

    private static Map<String, Path> filesBelow(Path directory) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(directory.relativize(file).toString(), file));
        }
        return files;
    }

    private static void same(String what, Object found, Object expected) {
        LayoutReader.expect(expected.equals(found), what + ": expected " + expected + ", found " + found);
    }
}
