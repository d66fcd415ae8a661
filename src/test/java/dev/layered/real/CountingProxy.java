package dev.layered.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.layered.registry.Front;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a registry without TLS, hands everything on, and counts requests and bytes. */
public final class CountingProxy implements AutoCloseable {

    /** What concerns one connection alone, or is told by the HTTP client and server themselves. */
    private static final Set<String> OF_CONNECTION =
            Set.of("connection", "content-length", "date", "expect", "host", "http2-settings", "upgrade", ":status");

    static {
        // else each answer waits 40 ms for the receiver's acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String registry;
    private final HttpServer server;
    private final Front front;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private List<RegistryRequest> seen = new ArrayList<>();

    private CountingProxy(String registry) throws IOException {
        this.registry = registry;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
        this.front = Front.before(server.getAddress().getPort(), false);
    }

    /** Starts one before the registry of that host and port. */
    public static CountingProxy before(String registry) throws IOException {
        return new CountingProxy(registry);
    }

    /** Returns host and port. */
    public String host() {
        return "127.0.0.1:" + front.port();
    }

    /** Returns what happened since the last call. */
    public synchronized RegistryTraffic traffic() {
        RegistryTraffic traffic = new RegistryTraffic(seen);
        seen = new ArrayList<>();
        return traffic;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] up = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = answer(exchange, up);
            note(new RegistryRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    answer.statusCode(),
                    up.length,
                    answer.body().length));
            answer.headers().map().forEach((name, values) -> {
                boolean isOfHead =
                        exchange.getRequestMethod().equals("HEAD") && name.equalsIgnoreCase("content-length");
                if (isOfHead || !OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private synchronized void note(RegistryRequest request) {
        seen.add(request);
    }

    private HttpResponse<byte[]> answer(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://" + registry + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                // the registry tells where an upload goes on, and shall name us
                .header("X-Forwarded-Host", host())
                .version(HttpClient.Version.HTTP_1_1);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + registry, e);
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        server.stop(0);
        workers.shutdownNow();
    }
}
