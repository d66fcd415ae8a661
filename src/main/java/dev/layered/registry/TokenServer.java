package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.registry.credential.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Gets tokens where a registry's challenge points to (distribution project, token authentication and OAuth2). */
final class TokenServer {

    private static final int LONGEST_ANSWER = 1 << 20;
    /** The distribution project's default. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    private static final long MOST_SECONDS = 86_400;

    private final Connections connections;
    private final Clock clock;

    TokenServer(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * Returns a token, or nothing where the server does not know who asks.
     *
     * <p>Credentials go only over TLS, or to a host that may do without.
     */
    Optional<Token> fetch(Challenge challenge, Scope scope, Optional<Credentials> credentials) throws IOException {
        HttpCall call = call(realm(challenge), challenge, scope, credentials);
        Refusal refusal = new Refusal(credentials.map(c -> " as " + c).orElse(""), clock);
        Answer answer = connections.to(call.uri()).send(call);
        refusal.throwIfPassing(answer);
        if (answer.status() == 401) {
            answer.close();
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw refusal.of(answer, "a token for " + Shown.list(scope.words()));
        }
        try (answer) {
            return Optional.of(read(answer, refusal));
        }
    }

    private URI realm(Challenge challenge) {
        String realm = challenge.parameter("realm").orElse("");
        return Address.parse(realm)
                .orElseThrow(() -> LayeredFailure.outside(
                        new Problem(
                                "registry-realm",
                                "The registry names " + Shown.quoted(realm)
                                        + " as its token server, which is no address.",
                                "its WWW-Authenticate header",
                                "check the name of the registry, or ask who runs it"),
                        null));
    }

    private static HttpCall call(URI realm, Challenge challenge, Scope scope, Optional<Credentials> credentials) {
        List<String> fields = new ArrayList<>();
        challenge.parameter("service").ifPresent(service -> fields.add(field("service", service)));
        Optional<Credentials> identity = credentials.filter(given -> given.kind() == Credentials.Kind.IDENTITY_TOKEN);
        if (identity.isPresent()) {
            fields.add(field("grant_type", "refresh_token"));
            fields.add(field("client_id", "layered-maven-plugin"));
            fields.add(field("scope", String.join(" ", scope.words())));
            fields.add(field("refresh_token", identity.get().secret()));
            byte[] form = String.join("&", fields).getBytes(StandardCharsets.US_ASCII);
            return HttpCall.of("POST", realm).sending(SentBody.of("application/x-www-form-urlencoded", form));
        }
        scope.words().forEach(word -> fields.add(field("scope", word)));
        credentials.ifPresent(given -> fields.add(field("account", given.user())));
        String query = String.join("&", fields);
        HttpCall call = HttpCall.of("GET", Address.withQuery(realm, query));
        return credentials
                .map(given -> call.with("Authorization", basic(given)))
                .orElse(call);
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Returns the header for a user and a password. */
    static String basic(Credentials credentials) {
        String text = credentials.user() + ":" + credentials.secret();
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the header for a token, or nothing where it holds what no header may hold. */
    static Optional<String> bearer(String token) {
        return token.matches("[\\x21-\\x7e]+") ? Optional.of("Bearer " + token) : Optional.empty();
    }

    private Token read(Answer answer, Refusal refusal) throws IOException {
        if (answer.isHtml()) {
            throw refusal.notRegistry(answer, "an HTML page");
        }
        JsonObject json;
        try {
            json = Json.parse(answer.bytes(LONGEST_ANSWER), "the token");
            String token =
                    json.text("token").or(() -> json.text("access_token")).orElse("");
            String header = bearer(token).orElseThrow(() -> refusal.notRegistry(answer, "it holds no token"));
            long seconds = json.number("expires_in").orElse(USUAL.toSeconds());
            return Token.of(header, clock.instant(), Duration.ofSeconds(Math.max(0, Math.min(seconds, MOST_SECONDS))));
        } catch (LayeredFailure e) {
            throw e.isOutside() ? e : refusal.notRegistry(answer, "the token server sent no JSON object with a token");
        }
    }
}
