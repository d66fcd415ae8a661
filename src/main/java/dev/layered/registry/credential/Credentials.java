package dev.layered.registry.credential;

import static java.util.Objects.requireNonNull;

import dev.layered.failure.Shown;
import java.util.Objects;

/**
 * What proves to a registry who we are, and where it came from.
 *
 * <p>The secret is for the requests of {@code registry} alone; {@link #toString} does not show it.
 */
public final class Credentials {

    /** What the secret is. */
    public enum Kind {
        /** A password, sent with the user's name as Basic authentication. */
        PASSWORD,
        /** An OAuth2 refresh token, given to the token server for an access token. */
        IDENTITY_TOKEN,
        /** A token sent to the registry as it is. */
        REGISTRY_TOKEN
    }

    /** The user that stands for an identity token in the answers of credential helpers. */
    private static final String TOKEN_USER = "<token>";

    private final Kind kind;
    private final String user;
    private final String secret;
    private final String source;

    private Credentials(Kind kind, String user, String secret, String source) {
        this.kind = kind;
        this.user = requireNonNull(user, "user");
        this.secret = requireNonNull(secret, "secret");
        this.source = requireNonNull(source, "source");
    }

    /** Returns a user's name and password; {@code source} says in a message where they were found. */
    public static Credentials password(String user, String password, String source) {
        return new Credentials(Kind.PASSWORD, user, password, source);
    }

    /** Returns what a helper or a file keeps for a user: a password, or for {@code <token>} an identity token. */
    static Credentials kept(String user, String secret, String source) {
        return user.equals(TOKEN_USER) ? identityToken(secret, source) : password(user, secret, source);
    }

    /** Returns an identity token, as credential helpers give it for the user {@code <token>}. */
    public static Credentials identityToken(String token, String source) {
        return new Credentials(Kind.IDENTITY_TOKEN, "", token, source);
    }

    /** Returns a token that the registry itself takes. */
    public static Credentials registryToken(String token, String source) {
        return new Credentials(Kind.REGISTRY_TOKEN, "", token, source);
    }

    /** Returns where it was found, e.g. {@code server 'registry.example.com' of settings.xml}. */
    public String source() {
        return source;
    }

    /** Returns what the secret is. */
    public Kind kind() {
        return kind;
    }

    /** Returns the user's name; empty for a token. */
    public String user() {
        return user;
    }

    /** Returns what nobody may print. */
    public String secret() {
        return secret;
    }

    /** Whether both prove the same, wherever they came from. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Credentials same
                && kind == same.kind
                && user.equals(same.user)
                && secret.equals(same.secret);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, user, secret);
    }

    @Override
    public String toString() {
        return Shown.text(
                switch (kind) {
                    case PASSWORD -> "user " + Shown.quoted(user) + " from " + source;
                    case IDENTITY_TOKEN -> "identity token from " + source;
                    case REGISTRY_TOKEN -> "registry token from " + source;
                });
    }
}
