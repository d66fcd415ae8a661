package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Podman with images and state of its own in one temporary directory, so that it disturbs no other. */
public final class Podman implements AutoCloseable {

    private final Path directory;

    private Podman(Path directory) {
        this.directory = directory;
    }

    /** Makes the directory; Podman has no daemon. */
    public static Podman start() throws IOException {
        return new Podman(Files.createTempDirectory("podman"));
    }

    /** Loads an archive, whichever kind it is. */
    public void load(Path archive) throws IOException {
        podman("load", "--input=" + archive);
    }

    /** Copies the image of this machine's architecture from {@code oci:DIR} and the like, and returns its id. */
    String pull(String source) throws IOException {
        return podman("pull", "--quiet", "--tls-verify=false", source).strip();
    }

    /** Returns what stands in a container of the image that was never started, and forgets all images and layers. */
    FileTree tree(String image) throws IOException {
        Path tar = directory.resolve("container.tar");
        podman("create", "--network=host", "--name=files", image);
        podman("export", "--output=" + tar, "files");
        podman("rm", "files");
        podman("rmi", "--all");
        FileTree tree = FileTree.ofTar(tar);
        Files.delete(tar);
        return tree;
    }

    /** Returns the id of an image, which is the hexadecimal digest of its config. */
    public String id(String image) throws IOException {
        return podman("image", "inspect", "--format={{.Id}}", image).strip();
    }

    @Override
    public void close() throws IOException {
        podman("rmi", "--all", "--force");
        Folder.unmount(directory);
        Folder.delete(directory);
    }

    private String podman(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "podman",
                "--root=" + directory.resolve("root"),
                "--runroot=" + directory.resolve("run"),
                "--storage-driver=vfs",
                "--events-backend=file"));
        command.addAll(List.of(arguments));
        return ToolRun.of(directory, 120, Map.of(), command);
    }
}
