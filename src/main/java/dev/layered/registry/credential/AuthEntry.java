package dev.layered.registry.credential;

import dev.layered.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a file keeps for one registry. */
final class AuthEntry {

    private AuthEntry() {}

    /**
     * Returns the identity token, else the registry token, else user and password; empty for the empty entry that
     * {@code docker login} writes beside a helper.
     *
     * @throws IllegalArgumentException if {@code auth} is not the Base64 form of user, colon and password, or a
     *     registry token cannot be sent
     */
    static Optional<Credentials> read(JsonObject entry, String source) {
        return text(entry, "identitytoken")
                .map(token -> Credentials.identityToken(token, source))
                .or(() -> text(entry, "registrytoken").map(token -> Credentials.registryToken(sendable(token), source)))
                .or(() -> text(entry, "auth").map(auth -> decode(auth, source)))
                .or(() -> text(entry, "username")
                        .flatMap(user ->
                                text(entry, "password").map(password -> Credentials.kept(user, password, source))));
    }

    private static Optional<String> text(JsonObject entry, String name) {
        return entry.text(name).filter(text -> !text.isEmpty());
    }

    /** A registry token goes into a header as it is. */
    private static String sendable(String token) {
        if (!token.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
            throw new IllegalArgumentException("not fit for a header");
        }
        return token;
    }

    /** Old versions of Docker padded the password with zeros. */
    private static Credentials decode(String auth, String source) {
        String text = new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("no user before a colon");
        }
        return Credentials.kept(
                text.substring(0, colon), text.substring(colon + 1).replaceAll("\0+$", ""), source);
    }
}
