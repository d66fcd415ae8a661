package dev.layered.maven.parameters;

import dev.layered.maven.configuration.Reading;
import dev.layered.registry.credential.Credentials;
import java.util.Optional;

/** The element {@code <auth>}: a user and a password for the registry of the image it stands beside. */
public final class AuthParameters {

    /** The user. No default. Example: {@code ci}. */
    String username;

    /** The password; never shown. No default. Example: {@code hunter2}, by the property, not in a
     * pom. */
    String password;

    /** Returns the credentials, if both are set; notes {@code auth-incomplete} where one is. */
    Optional<Credentials> credentials(Reading auth) {
        boolean hasUser = username != null && !username.isBlank();
        boolean hasPassword = password != null && !password.isEmpty();
        if (hasUser != hasPassword) {
            auth.mistake(
                    "auth-incomplete",
                    hasUser ? "A user is given without a password." : "A password is given without a user.",
                    "give both, <username> and <password> of <auth>, or none");
        }
        return hasUser && hasPassword
                ? Optional.of(Credentials.password(
                        username.strip(), password, auth.at("password").place().place()))
                : Optional.empty();
    }
}
