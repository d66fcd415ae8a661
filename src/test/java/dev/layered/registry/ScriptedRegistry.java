package dev.layered.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.layered.image.ImageReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A registry on this machine that does what the OCI distribution spec says, but for what a test tells it.
 *
 * <p>It keeps everything in memory, and remembers each request. Asked as a proxy it is any host.
 */
public final class ScriptedRegistry implements AutoCloseable {

    /**
     * A request as it came.
     *
     * @param host as the client named it
     * @param target path and query
     * @param authorization empty where there was none
     */
    public record Seen(String method, String host, String target, String authorization, long client) {}

    private record Script(String method, Pattern target, AtomicInteger left, Reaction reaction) {}

    static {
        // else each answer with a body waits 40 ms for the receiver's acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Front front;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final RegistryContents contents = new RegistryContents();
    private final TokenDesk desk = new TokenDesk();
    private final List<Script> scripts = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicLong received = new AtomicLong();

    private ScriptedRegistry(HttpServer server) throws IOException {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        this.front = Front.before(server.getAddress().getPort(), server instanceof HttpsServer);
    }

    /** Starts one that speaks HTTP. */
    public static ScriptedRegistry start() throws IOException {
        return new ScriptedRegistry(HttpServer.create());
    }

    /** Starts one that speaks HTTPS. */
    public static ScriptedRegistry start(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new ScriptedRegistry(server);
    }

    /** Returns host and port. */
    public String host() {
        return "127.0.0.1:" + port();
    }

    /** Returns the port. */
    public int port() {
        return front.port();
    }

    /** Returns the name of a repository on it. */
    public ImageReference reference(String repository) {
        return ImageReference.parse(host() + "/" + repository);
    }

    /** Returns what it holds. */
    public RegistryContents contents() {
        return contents;
    }

    /** Returns who may ask it. */
    public TokenDesk desk() {
        return desk;
    }

    /** Reacts so to the next such requests; {@code target} is a pattern that is found in path and query. */
    public ScriptedRegistry on(String method, String target, int times, Reaction reaction) {
        scripts.add(new Script(method, Pattern.compile(target), new AtomicInteger(times), reaction));
        return this;
    }

    /** Reacts so to the next such request. */
    public ScriptedRegistry once(String method, String target, Reaction reaction) {
        return on(method, target, 1, reaction);
    }

    /** Reacts so to each such request. */
    public ScriptedRegistry always(String method, String target, Reaction reaction) {
        return on(method, target, Integer.MAX_VALUE, reaction);
    }

    /** Returns the requests so far, those to the token server too. */
    public List<Seen> requests() {
        return List.copyOf(seen);
    }

    /** Returns how many such requests came. */
    public long count(String method, String target) {
        Pattern pattern = Pattern.compile(target);
        return seen.stream()
                .filter(request -> request.method().equals(method)
                        && pattern.matcher(request.target()).find())
                .count();
    }

    /** Returns how many bytes of bodies were read where the registry did as it should. */
    public long bytesReceived() {
        return received.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            String target = exchange.getRequestURI().getRawPath()
                    + (exchange.getRequestURI().getRawQuery() == null
                            ? ""
                            : "?" + exchange.getRequestURI().getRawQuery());
            String authorization = header(exchange, "Authorization");
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    header(exchange, "Host"),
                    target,
                    authorization,
                    exchange.getRemoteAddress().getPort()));
            for (Script script : scripts) {
                boolean isMeant = script.method().equals(exchange.getRequestMethod())
                        && script.target().matcher(target).find();
                if (isMeant && script.left().getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    script.reaction().react(exchange, () -> reply(exchange, authorization));
                    return;
                }
            }
            reply(exchange, authorization).send(exchange);
        } catch (RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    private Reply reply(HttpExchange exchange, String authorization) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        if (path.equals("/token")) {
            boolean isPost = exchange.getRequestMethod().equals("POST");
            String form = isPost ? new String(body(exchange), StandardCharsets.UTF_8) : "";
            return desk.token(exchange.getRequestMethod(), authorization, isPost ? fields(form) : query);
        }
        if (!desk.isAllowed(authorization)) {
            String scheme = server instanceof HttpsServer ? "https://" : "http://";
            return desk.challenge(scheme + header(exchange, "Host"));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return contents.reply(
                new RegistryContents.Asked(exchange.getRequestMethod(), path, query, headers, () -> body(exchange)));
    }

    private byte[] body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        received.addAndGet(bytes.length);
        return bytes;
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : (text == null ? "" : text).split("&")) {
            String[] parts = field.split("=", 2);
            fields.merge(
                    parts[0],
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8),
                    (first, second) -> first + " " + second);
        }
        return fields;
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.stop(0);
        workers.shutdownNow();
    }
}
