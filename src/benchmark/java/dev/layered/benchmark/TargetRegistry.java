package dev.layered.benchmark;

import dev.layered.real.DockerRegistry;
import dev.layered.registry.Front;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A registry of its own process that is pushed to, behind a port that counts bytes. */
final class TargetRegistry implements Closeable {

    private static final Pattern REQUEST = Pattern.compile("\"([A-Z]+ /v2/\\S*) HTTP/1.1\"( \\d+)");

    private final DockerRegistry registry;
    private final Front front;
    private long sent;
    private long received;
    private int told;

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
        String log = registry.log();
        List<String> requests = REQUEST.matcher(log.substring(told))
                .results()
                .map(TargetRegistry::request)
                .toList();
        Traffic since = new Traffic(front.up() - sent, front.down() - received, requests);
        told = log.length();
        sent += since.sent();
        received += since.received();
        return since;
    }

    private static String request(MatchResult found) {
        return found.group(1) + found.group(2);
    }

    @Override
    public void close() throws IOException {
        front.close();
        registry.close();
    }
}
