package dev.layered.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Has every output of the project {@code every-reader} read by programs that never heard of the plugin, and compares
 * what they make of it with the plan and with the base: kinds, modes, owners, links, times and contents.
 */
public final class ReadersProof {

    private static final List<String> FORMATS = List.of("oci", "docker");
    private static final List<String> ARCHITECTURES = List.of("amd64", "arm64");
    /** What Docker adds to any container's files; the folder that some of it is in is then of that time. */
    private static final Pattern OF_DOCKER =
            Pattern.compile("/\\.dockerenv|/(dev|proc|sys)(/.*)?|/etc/(hosts|hostname|resolv\\.conf|mtab)");

    private final Path project;

    private ReadersProof(Path project) {
        this.project = project;
    }

    /** Reads an output into a tree. */
    private interface Reader {
        FileTree read(String location) throws IOException;
    }

    /** Returns the proof of the project built in that directory. */
    public static ReadersProof of(File project) {
        return new ReadersProof(project.toPath().toAbsolutePath());
    }

    /** Returns what stands in the image of that architecture: the plan's files in the folders of the base. */
    public FileTree expected(String format, String architecture) throws IOException {
        PlanFile plan = new PlanFile(layered(format).resolve("image.plan.json"));
        return SystemBase.files(architecture).with(plan.files("linux/" + architecture));
    }

    /** Proves that skopeo copies every output, with its manifest as it is, and that umoci unpacks every copy. */
    public void skopeoAndUmociReadAll() throws IOException {
        Path work = Files.createTempDirectory("readers");
        try {
            for (String format : FORMATS) {
                for (String architecture : ARCHITECTURES) {
                    copyToFolders(format, architecture, work);
                    Reader umoci = location -> Umoci.tree(location, architecture, work);
                    compare("umoci", umoci, format, architecture, List.of("oci", "oci-archive", "docker-archive"));
                }
            }
        } finally {
            Folder.delete(work);
        }
    }

    /** Proves that Docker takes every output of this machine's architecture and unpacks it. */
    public void dockerReadsAll() throws IOException {
        String architecture = JlinkBase.architecture();
        try (Dockerd docker = Dockerd.start()) {
            for (String format : FORMATS) {
                Reader skopeo = location -> {
                    docker.copyFrom(location, "copied:1");
                    return withoutDockers(docker.tree("copied:1"));
                };
                compare("Docker, by skopeo", skopeo, format, architecture, List.of("oci", "oci-archive"));
                Reader load = location -> {
                    docker.load(file(location));
                    return withoutDockers(docker.tree(name(format)));
                };
                compare("Docker", load, format, architecture, List.of("docker-archive"));
            }
        }
    }

    /** Proves that Podman takes every output of this machine's architecture and unpacks it. */
    public void podmanReadsAll() throws IOException {
        String architecture = JlinkBase.architecture();
        try (Podman podman = Podman.start()) {
            for (String format : FORMATS) {
                compare("Podman", at -> podman.tree(podman.pull(at)), format, architecture, List.of("oci"));
                Reader load = location -> {
                    podman.load(file(location));
                    return podman.tree(name(format));
                };
                compare("Podman", load, format, architecture, List.of("oci-archive", "docker-archive"));
            }
        }
    }

    private void compare(String who, Reader reader, String format, String architecture, List<String> kinds)
            throws IOException {
        FileTree expected = expected(format, architecture);
        boolean isDocker = who.startsWith("Docker");
        for (String kind : kinds) {
            String location = location(kind, format, architecture);
            (isDocker ? withoutDockers(expected) : expected)
                    .expect(who + ", " + architecture + ", " + location, reader.read(location));
        }
    }

    /** skopeo's {@code dir:} keeps bytes as they are; what a docker-archive has no manifest for is told by its config. */
    private void copyToFolders(String format, String architecture, Path work) throws IOException {
        Path folder = work.resolve("dir");
        Map<String, Object> told =
                Json.asMaps(Json.read(layered(format).resolve("image.json")).get("platforms")).stream()
                        .filter(platform -> platform.get("platform").equals("linux/" + architecture))
                        .findFirst()
                        .orElseThrow();
        for (String kind : List.of("oci", "oci-archive", "docker-archive")) {
            String location = location(kind, format, architecture);
            Skopeo.copy(location, architecture, "dir:" + folder);
            Path manifest = folder.resolve("manifest.json");
            String config =
                    (String) Json.asMap(Json.read(manifest).get("config")).get("digest");
            LayoutReader.expect(config.equals(told.get("config")), "another config in " + location);
            LayoutReader.expect(
                    kind.equals("docker-archive") || told.get("manifest").equals("sha256:" + Sha256.of(manifest)),
                    "another manifest in " + location);
            Folder.delete(folder);
        }
    }

    static FileTree withoutDockers(FileTree files) {
        return files.without(OF_DOCKER).withoutTimeOf("/etc");
    }

    private String location(String kind, String format, String architecture) {
        return switch (kind) {
            case "oci" -> "oci:" + layered(format).resolve("image");
            case "oci-archive" -> "oci-archive:" + layered(format).resolve("image.oci-archive.tar");
            default -> "docker-archive:" + layered(format).resolve(architecture + ".tar");
        };
    }

    private static Path file(String location) {
        return Path.of(location.substring(location.indexOf(':') + 1));
    }

    private String name(String format) throws IOException {
        return new PlanFile(layered(format).resolve("image.plan.json")).reference();
    }

    private Path layered(String format) {
        return project.resolve(format).resolve("target/layered");
    }
}
