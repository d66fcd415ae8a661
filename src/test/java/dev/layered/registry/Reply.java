package dev.layered.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server of the tests answers. */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /** Returns an answer without a body. */
    public static Reply of(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    /** Returns an error as registries tell it. */
    public static Reply error(int status, String code, String message) {
        String json = "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
        return of(status).with("Content-Type", "application/json").text(json);
    }

    /** Returns this answer with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    /** Returns this answer without a header. */
    public Reply without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Reply(status, fewer, body);
    }

    /** Returns this answer with another body. */
    public Reply body(byte[] other) {
        return new Reply(status, headers, other);
    }

    /** Returns this answer with a text as its body. */
    public Reply text(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpExchange exchange) throws IOException {
        begin(exchange, body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** Sends the head; a length of zero is one that is not told. */
    void begin(HttpExchange exchange, long length) throws IOException {
        exchange.getRequestBody().readAllBytes();
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead && !headers.containsKey("Content-Length")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
        }
        exchange.sendResponseHeaders(status, isHead || body.length == 0 && length == 0 ? -1 : length);
    }
}
