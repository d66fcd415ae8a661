package dev.layered.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** skopeo: reads image layouts and copies images between them and engines. */
public final class Skopeo {

    /** Has it put layers that are plain tars into a layout without compressing them. */
    static final String AS_IT_IS = "--dest-oci-accept-uncompressed-layers";

    private Skopeo() {}

    /** Returns the digest that skopeo computes for what the layout's only name points to. */
    public static String digest(Path layout) throws IOException {
        String index = run("inspect", "--raw", "oci:" + layout);
        return "sha256:" + Sha256.of(index.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the digest that skopeo computes for what a name stands for in a registry without TLS. */
    public static String remoteDigest(String image) throws IOException {
        return remoteDigest(image, "--tls-verify=false");
    }

    /** Returns the same with options that say who asks, and whom to trust. */
    public static String remoteDigest(String image, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("inspect", "--raw"));
        command.addAll(List.of(options));
        command.add("docker://" + image);
        return "sha256:" + Sha256.of(run(command.toArray(String[]::new)).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what skopeo tells of the image of that architecture: Architecture, Os, Layers, Env, ... */
    public static Map<String, Object> inspect(Path layout, String architecture) throws IOException {
        return Json.parse(run("--override-os=linux", "--override-arch=" + architecture, "inspect", "oci:" + layout));
    }

    /** Copies the image of one architecture to {@code oci:DIR:TAG}, {@code docker-archive:FILE:NAME} and the like. */
    public static void copy(Path layout, String architecture, String destination) throws IOException {
        copy("oci:" + layout, architecture, destination);
    }

    /** Copies the image of one architecture from {@code oci-archive:FILE} and the like; options belong to the copy. */
    static void copy(String source, String architecture, String destination, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("--override-os=linux", "--override-arch=" + architecture, "copy"));
        command.addAll(List.of(options));
        command.addAll(List.of(source, destination));
        run(command.toArray(String[]::new));
    }

    /** Copies an image between any two places in skopeo's words. */
    public static void copy(String source, String destination) throws IOException {
        run("copy", source, destination);
    }

    /** Copies an image with all its platforms to a registry without TLS. */
    public static void push(Path layout, String image) throws IOException {
        run("copy", "--all", "--dest-tls-verify=false", "oci:" + layout, "docker://" + image);
    }

    /** Copies an image with all its platforms from a registry without TLS, as it is. */
    public static void pull(String image, String destination) throws IOException {
        run("copy", "--all", "--src-tls-verify=false", AS_IT_IS, "docker://" + image, destination);
    }

    private static String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("skopeo", "--insecure-policy"));
        command.addAll(List.of(arguments));
        return ToolRun.of(Path.of("").toAbsolutePath(), 120, Map.of(), command);
    }
}
