package dev.layered.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The distribution project's registry on a free port of this machine, with all it holds in one temporary directory. */
public final class DockerRegistry implements AutoCloseable {

    /** The user that {@link #startWithPassword} knows. */
    public static final String USER = "ada";
    /** The password of that user. */
    public static final String PASSWORD = "in the test";

    private static final String USERS = USER + ":$2y$05$abcdefghijklmnopqrstuu7Y2.sxzIu.2JYvB6eKsNT6QDwF4uGzm\n";
    private static final int SECONDS_TO_START = 30;
    private static final int SECONDS_TO_STOP = 10;

    private final Path directory;
    private final int port;
    private final Process registry;
    private final Thread stopAtExit;

    private DockerRegistry(Path directory, String more) throws IOException {
        this(directory, false, more);
    }

    private DockerRegistry(Path directory, boolean tellsRequests, String more) throws IOException {
        this.directory = directory;
        this.port = freePort();
        String config = """
                version: 0.1
                log: {accesslog: {disabled: %b}, level: error}
                storage: {filesystem: {rootdirectory: '%s'}}
                http:
                  addr: 127.0.0.1:%d
                """.formatted(!tellsRequests, directory.resolve("data"), port);
        this.registry = new ProcessBuilder(
                        "docker-registry",
                        "serve",
                        Files.writeString(directory.resolve("config.yml"), config + more)
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        this.stopAtExit = new Thread(registry::destroy);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Starts one without TLS that everybody may write to. */
    public static DockerRegistry start() throws IOException {
        return answering(new DockerRegistry(Files.createTempDirectory("registry"), ""));
    }

    /** Starts one like it in that directory, which logs each request, {@link #log}. */
    public static DockerRegistry startTelling(Path directory) throws IOException {
        return answering(new DockerRegistry(Files.createDirectories(directory), true, ""));
    }

    /** Starts one without TLS that asks for {@link #USER} and {@link #PASSWORD}. */
    public static DockerRegistry startWithPassword() throws IOException {
        Path directory = Files.createTempDirectory("registry");
        Path users = Files.writeString(directory.resolve("users"), USERS);
        return answering(new DockerRegistry(directory, "auth: {htpasswd: {realm: test, path: '" + users + "'}}\n"));
    }

    /** Starts one without TLS that asks for tokens of the issuer. */
    public static DockerRegistry startWithTokens(TokenIssuer issuer) throws IOException {
        return answering(new DockerRegistry(Files.createTempDirectory("registry"), issuer.configuration()));
    }

    /** Starts one with TLS that shows the certificate. */
    public static DockerRegistry startWithTls(Path certificate, Path key) throws IOException {
        String tls = "  tls: {certificate: '" + certificate + "', key: '" + key + "'}\n";
        return answering(new DockerRegistry(Files.createTempDirectory("registry"), tls));
    }

    private static DockerRegistry answering(DockerRegistry started) throws IOException {
        try {
            Wait.atMost(SECONDS_TO_START, started::listens, () -> "docker-registry\n" + started.log());
            return started;
        } catch (AssertionError e) {
            started.close();
            throw e;
        }
    }

    /** Returns host and port. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** Forgets all that was pushed; it must be at rest. */
    public void clear() throws IOException {
        if (Files.exists(directory.resolve("data"))) {
            Folder.delete(directory.resolve("data"));
        }
    }

    /** Returns what it wrote, a line for each request if it tells them. */
    public String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    /** Returns the file in which it keeps the blob of that digest, {@code sha256:} and hexadecimal digits. */
    public Path blob(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return directory
                .resolve("data/docker/registry/v2/blobs/sha256")
                .resolve(hex.substring(0, 2))
                .resolve(hex)
                .resolve("data");
    }

    private boolean listens() throws IOException {
        LayoutReader.expect(registry.isAlive(), "docker-registry ended with " + log());
        try (Socket connected = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            return connected.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        registry.destroy();
        try {
            if (!registry.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                registry.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            registry.destroyForcibly();
        }
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
        Folder.delete(directory);
    }
}
