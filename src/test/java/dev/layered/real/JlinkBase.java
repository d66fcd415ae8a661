package dev.layered.real;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;

/**
 * A base image that runs Java, made of this machine's own JDK and C library, so that no registry is asked.
 *
 * <p>Its index has this machine's architecture, and another one as a placeholder that can be built upon, not run.
 */
public final class JlinkBase {

    private static final String MODULES = "java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.zipfs";
    private static final String PASSWD = "root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534::/:/sbin/nologin\n";
    private static final String HOME = "opt/java";

    private JlinkBase() {}

    /** Whether this machine's own files make a base for one of the two architectures. */
    public static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux")
                && Set.of("amd64", "arm64").contains(architecture());
    }

    /** Returns the layout, which is made once per JDK in that directory. */
    public static Path in(Path directory) throws IOException {
        // the loader names libraries by their absolute paths
        Path absolute = directory.toAbsolutePath().normalize();
        Path layout = absolute.resolve("jlink-base-" + Runtime.version().feature());
        if (!Files.exists(layout.resolve("oci-layout"))) {
            Files.createDirectories(absolute);
            Path made = Files.createTempDirectory(absolute, "jlink-base");
            try {
                Path unfinished = made.resolve("layout");
                write(unfinished, made);
                Files.move(unfinished, layout, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Folder.delete(made);
            }
        }
        return layout;
    }

    /** Returns this machine's architecture by its name in images. */
    public static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }

    private static void write(Path layout, Path work) throws IOException {
        Path runtime = jlink(work.resolve("runtime"));
        Path system = work.resolve("system.tar.gz");
        try (LayerTar tar = new LayerTar(system)) {
            tar.directory("etc", 0755).file("etc/passwd", PASSWD.getBytes(StandardCharsets.UTF_8), 0644);
            tar.directory("tmp", 01777);
        }
        Path libraries = work.resolve("libraries.tar.gz");
        try (LayerTar tar = new LayerTar(libraries)) {
            put(tar, HostLibraries.of(runtime));
        }
        Path java = work.resolve("java.tar.gz");
        try (LayerTar tar = new LayerTar(java)) {
            tar.directory("opt", 0755).directory(HOME, 0755).tree(HOME, runtime);
        }
        String other = architecture().equals("arm64") ? "amd64" : "arm64";
        List<String> environment = List.of("PATH=/" + HOME + "/bin:/usr/bin:/bin", "JAVA_HOME=/" + HOME);
        LayoutWriter writer = new LayoutWriter(layout);
        writer.image(architecture(), environment, List.of(system, libraries, java));
        writer.image(other, environment, List.of(SmallBase.layer(work, other)));
        writer.close("java");
    }

    private static Path jlink(Path runtime) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow(() -> new AssertionError("Not run by a JDK"));
        int exit = jlink.run(
                out,
                out,
                "--add-modules=" + MODULES,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output=" + runtime);
        LayoutReader.expect(exit == 0, exit + " from jlink\n" + said);
        return runtime;
    }

    private static void put(LayerTar tar, Set<Path> libraries) throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (Path library : libraries) {
            for (Path folder = library.getParent(); folder.getNameCount() > 0; folder = folder.getParent()) {
                folders.add(folder);
            }
        }
        for (Path folder : folders) {
            tar.directory(inImage(folder), 0755);
        }
        for (Path library : libraries) {
            tar.file(inImage(library), Files.readAllBytes(library), 0755);
        }
    }

    private static String inImage(Path path) {
        return path.toString().substring(1);
    }
}
