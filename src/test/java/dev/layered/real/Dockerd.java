package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Docker daemon of our own, with its images, its state and its socket in one temporary directory.
 *
 * <p>It has no bridge and touches no firewall, so that it disturbs no other daemon; containers that serve use the host's
 * network.
 */
public final class Dockerd implements AutoCloseable {

    private static final int SECONDS_TO_START = 60;
    private static final int SECONDS_TO_STOP = 30;

    private final Path directory;
    private final Process daemon;
    private final Thread stopAtExit;

    private Dockerd(Path directory) throws IOException {
        this.directory = directory;
        this.daemon = new ProcessBuilder(
                        "dockerd",
                        "--host=" + socket(),
                        "--data-root=" + directory.resolve("data"),
                        "--exec-root=" + directory.resolve("exec"),
                        "--pidfile=" + directory.resolve("pid"),
                        "--iptables=false",
                        "--bridge=none")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        // a build that is interrupted leaves no daemon behind
        this.stopAtExit = new Thread(daemon::destroy);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Starts a daemon and returns once it answers. */
    public static Dockerd start() throws IOException {
        // not below target: the path of a socket may have a hundred characters
        Dockerd dockerd = new Dockerd(Files.createTempDirectory("dockerd"));
        try {
            Wait.atMost(SECONDS_TO_START, dockerd::answers, () -> "dockerd does not answer\n" + dockerd.ownLog());
        } catch (AssertionError e) {
            dockerd.close();
            throw e;
        }
        return dockerd;
    }

    /** Loads the image of this machine's architecture from a layout, under that name. */
    public void load(Path layout, String name) throws IOException {
        Path archive = directory.resolve("image.tar");
        Skopeo.copy(layout, JlinkBase.architecture(), "docker-archive:" + archive + ":" + name);
        load(archive);
        Files.delete(archive);
    }

    /** Loads an archive. */
    public void load(Path archive) throws IOException {
        docker("load", "--input=" + archive);
    }

    /** Returns the id of an image, which is the digest of its config. */
    public String id(String image) throws IOException {
        return docker("image", "inspect", "--format={{.Id}}", image).strip();
    }

    /** Has skopeo bring the image of this machine's architecture here from {@code oci:DIR} and the like. */
    void copyFrom(String source, String name) throws IOException {
        Skopeo.copy(source, JlinkBase.architecture(), "docker-daemon:" + name, "--dest-daemon-host=" + socket());
    }

    /** Pulls the image of this machine's architecture and returns the name that Docker gives it, with its digest. */
    public String pull(String image) throws IOException {
        docker("pull", "--quiet", image);
        return docker("image", "inspect", "--format={{index .RepoDigests 0}}", image)
                .strip();
    }

    /** Runs the image to its end, without a network, and returns what it wrote. */
    public String run(String image, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("run", "--rm", "--network=none", image));
        command.addAll(List.of(arguments));
        return docker(command.toArray(String[]::new));
    }

    /** Runs the image to its end, on the host's network, and returns what it wrote. */
    public String runOnHost(String image, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of("run", "--rm", "--network=host"));
        environment.forEach((name, value) -> command.add("--env=" + name + "=" + value));
        command.add(image);
        return docker(command.toArray(String[]::new));
    }

    /** Returns what stands in a container of the image that was never started, by path; a directory's ends with a slash. */
    public Map<String, LayerFile> files(String image) throws IOException {
        return ImageLayer.entries(export(image));
    }

    /** Returns the same with all that can be told, and forgets the image and its layers. */
    FileTree tree(String image) throws IOException {
        FileTree tree = FileTree.ofTar(export(image));
        docker("rmi", image);
        return tree;
    }

    private Path export(String image) throws IOException {
        String container = docker("create", "--network=host", image, "nothing").strip();
        Path archive = directory.resolve("files.tar");
        docker("export", "--output=" + archive, container);
        remove(container);
        return archive;
    }

    /** Starts a container on the host's network and returns its id. */
    public String startContainer(String image, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of("run", "--detach", "--network=host"));
        environment.forEach((name, value) -> command.add("--env=" + name + "=" + value));
        command.add(image);
        return docker(command.toArray(String[]::new)).strip();
    }

    /** Returns what a container wrote so far. */
    public String logs(String container) throws IOException {
        return docker("logs", container);
    }

    /** Stops a container and forgets it. */
    public void remove(String container) throws IOException {
        docker("rm", "--force", container);
    }

    @Override
    public void close() throws IOException {
        daemon.destroy();
        try {
            if (!daemon.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            daemon.destroyForcibly();
        }
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
        // the network namespace of containers outlives the daemon as a mount
        Folder.unmount(directory);
        Folder.delete(directory);
    }

    private boolean answers() {
        try {
            LayoutReader.expect(daemon.isAlive(), "dockerd ended with " + ownLog());
            docker("version");
            return true;
        } catch (IOException | AssertionError e) {
            return false;
        }
    }

    private String docker(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker", "--host=" + socket()));
        command.addAll(List.of(arguments));
        return ToolRun.of(directory, 120, Map.of(), command);
    }

    private String socket() {
        return "unix://" + directory.resolve("socket");
    }

    private Path log() {
        return directory.resolve("log");
    }

    private String ownLog() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
