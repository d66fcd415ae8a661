package dev.layered.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Who may do what on a server of the tests: everybody, who knows the password, or who has a token. */
public final class TokenDesk {

    private enum Mode {
        OPEN,
        BASIC,
        TOKEN
    }

    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger issued = new AtomicInteger();
    private volatile Mode mode = Mode.OPEN;
    private volatile String password = "";
    private volatile String realm = "";
    private volatile String refreshToken = "";
    private volatile long seconds = 300;

    /** Asks for a user and a password, as {@code user:password}. */
    public void askForPassword(String userAndPassword) {
        mode = Mode.BASIC;
        password = userAndPassword;
    }

    /** Asks for tokens, which a user with a password gets; with an empty one, everybody. */
    public void askForToken(String userAndPassword) {
        mode = Mode.TOKEN;
        password = userAndPassword;
    }

    /** Gives tokens for a refresh token alone. */
    public void askForToken(String userAndPassword, String refresh) {
        askForToken(userAndPassword);
        refreshToken = refresh;
    }

    /** Names another token server. */
    public void realm(String other) {
        realm = other;
    }

    /** Lets tokens that are issued from now on last so long, as far as their receiver knows. */
    public void tokensLast(long told) {
        seconds = told;
    }

    /** Takes no token any more that was issued so far. */
    public void expireTokens() {
        valid.clear();
    }

    /** Returns how many tokens were issued. */
    public int issued() {
        return issued.get();
    }

    boolean isAllowed(String authorization) {
        return switch (mode) {
            case OPEN -> true;
            case BASIC -> authorization.equals(basic());
            case TOKEN -> valid.contains(authorization.replaceFirst("^Bearer ", ""));
        };
    }

    Reply challenge(String address) {
        String bearer = "Bearer realm=\"" + (realm.isEmpty() ? address + "/token" : realm) + "\",service=\"scripted\"";
        return Reply.error(401, "UNAUTHORIZED", "authentication required")
                .with("WWW-Authenticate", mode == Mode.BASIC ? "Basic realm=\"scripted\"" : bearer);
    }

    /** Answers a request for a token. */
    Reply token(String method, String authorization, Map<String, String> form) {
        boolean isKnown = method.equals("POST")
                ? form.getOrDefault("refresh_token", "").equals(refreshToken)
                : password.isEmpty() || authorization.equals(basic());
        if (!isKnown) {
            return Reply.error(401, "UNAUTHORIZED", "wrong");
        }
        String token = "token-" + issued.incrementAndGet();
        valid.add(token);
        return Reply.of(200)
                .with("Content-Type", "application/json")
                .text("{\"token\":\"" + token + "\",\"expires_in\":" + seconds + "}");
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
    }
}
