package dev.layered.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A token server as the distribution project describes them: who knows user and password gets a token for what he asks
 * for, which the registry believes because of its signature.
 */
public final class TokenIssuer implements AutoCloseable {

    private static final String KNOWN = "Basic "
            + Base64.getEncoder()
                    .encodeToString(
                            (DockerRegistry.USER + ":" + DockerRegistry.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final SignedTokens tokens;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private TokenIssuer(SignedTokens tokens) throws IOException {
        this.tokens = tokens;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/token", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    /** Starts one with a key of its own. */
    public static TokenIssuer start() throws IOException {
        return new TokenIssuer(SignedTokens.create());
    }

    /** Returns what a registry's configuration says about it. */
    String configuration() {
        return "auth: {token: {realm: 'http://127.0.0.1:" + server.getAddress().getPort()
                + "/token', service: registry, issuer: " + SignedTokens.ISSUER + ", rootcertbundle: '"
                + tokens.certificate() + "'}}\n";
    }

    /** Returns the scopes of each request for a token since the last call, with a space between several. */
    public List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<String> scopes = Arrays.stream(
                            exchange.getRequestURI().getRawQuery().split("&"))
                    .filter(field -> field.startsWith("scope="))
                    .map(field -> URLDecoder.decode(field.substring("scope=".length()), StandardCharsets.UTF_8))
                    .toList();
            asked.add(String.join(" ", scopes));
            if (!KNOWN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            String access = scopes.stream().map(TokenIssuer::access).collect(Collectors.joining(","));
            byte[] answer = ("{\"token\":\"" + tokens.token("[" + access + "]") + "\",\"expires_in\":300}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String access(String scope) {
        String[] parts = scope.split(":");
        String actions = Arrays.stream(parts[2].split(",")).collect(Collectors.joining("\",\"", "\"", "\""));
        return "{\"type\":\"" + parts[0] + "\",\"name\":\"" + parts[1] + "\",\"actions\":[" + actions + "]}";
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        workers.shutdownNow();
        tokens.close();
    }
}
