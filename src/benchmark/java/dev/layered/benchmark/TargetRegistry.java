package dev.layered.benchmark;

import dev.layered.real.DockerRegistry;
import dev.layered.registry.Front;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A registry of its own process that is pushed to, behind a port that counts bytes. */
final class TargetRegistry implements Closeable {

    private static final Pattern REQUEST = Pattern.compile(".*\"[A-Z]+ /v2/\\S* HTTP/1.1\" \\d+ .*");
    private static final Pattern BLOB =
            Pattern.compile(".*\"(PUT|PATCH|POST) /v2/\\S*/blobs/uploads/\\S*digest=\\S* HTTP/1.1\" 201 .*");

    private final DockerRegistry registry;
    private final Front front;
    private Traffic before = new Traffic(0, 0, 0, 0);

    private TargetRegistry(DockerRegistry registry) throws IOException {
        this.registry = registry;
        String host = registry.host();
        this.front = Front.before(Integer.parseInt(host.substring(host.indexOf(':') + 1)), false);
    }

    /** Starts one that keeps what it holds in the folder. */
    static TargetRegistry in(Path folder) throws IOException {
        return new TargetRegistry(DockerRegistry.startTelling(folder));
    }

    /** Returns host and port that count. */
    String host() {
        return "127.0.0.1:" + front.port();
    }

    /** Returns host and port that do not. */
    String uncountedHost() {
        return registry.host();
    }

    void clear() throws IOException {
        registry.clear();
    }

    /** Returns what went to and fro since the last call. */
    Traffic traffic() throws IOException {
        String[] lines = registry.log().split("\n");
        Traffic now = new Traffic(front.up(), front.down(), count(lines, REQUEST), count(lines, BLOB));
        Traffic since = now.since(before);
        before = now;
        return since;
    }

    private static long count(String[] lines, Pattern what) {
        return Arrays.stream(lines).filter(line -> what.matcher(line).matches()).count();
    }

    @Override
    public void close() throws IOException {
        front.close();
        registry.close();
    }
}
