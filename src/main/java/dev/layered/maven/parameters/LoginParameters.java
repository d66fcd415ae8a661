package dev.layered.maven.parameters;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.util.Optional;
import java.util.function.Predicate;

/** What {@code <from>}, {@code <to>} and each {@code <target>} share: who we are to the registry of the image. */
public abstract class LoginParameters {

    /**
     * User and password for the image's registry. By default looked for in the files of Docker and Podman and in other
     * places. Example: {@code <username>ci</username>} inside.
     */
    AuthParameters auth;

    /** The credential helper for the image's registry. By default none is named. Example: {@code ecr-login}. */
    CredHelperParameters credHelper;

    /**
     * The id of the server of {@code settings.xml} with user and password. By default the one whose id is the registry.
     * Example: {@code corporate-registry}.
     */
    String server;

    LoginParameters() {}

    /** Whether anything of a login is said. */
    final boolean hasLogin() {
        return auth != null || credHelper != null || server != null;
    }

    /** Takes the whole login of the other one. */
    final void take(LoginParameters other) {
        auth = other.auth;
        credHelper = other.credHelper;
        server = other.server;
    }

    /**
     * Returns what is said of the registry; notes {@code auth-incomplete} and {@code server-unknown}.
     *
     * @param servers whether {@code settings.xml} has user and password under an id
     */
    public Login login(Predicate<String> servers, Reading image) {
        Optional<String> id = Optional.ofNullable(server).map(String::strip).filter(text -> !text.isEmpty());
        id.filter(servers.negate())
                .ifPresent(unknown -> image.at("server")
                        .mistake(
                                "server-unknown",
                                "settings.xml has no server " + Shown.quoted(unknown) + " with a user and a password.",
                                "add a <server> with this <id>, a <username> and a <password> to ~/.m2/settings.xml"));
        return new Login(
                Optional.ofNullable(auth).flatMap(given -> given.credentials(image.at("auth"))),
                id,
                Optional.ofNullable(credHelper).flatMap(CredHelperParameters::program));
    }

    /** Returns a warning where the password is part of a pom. */
    public Optional<Problem> exposed(Reading image) {
        Reading password = image.at("auth", "password");
        boolean isInPom =
                auth != null && auth.password != null && password.place().isInPom();
        return isInPom
                ? Optional.of(new Problem(
                        "password-in-pom",
                        "A password is part of the pom, where others can read it, and where Maven itself shows it"
                                + " with -X.",
                        password.place().place(),
                        "remove it, and give user and password as a <server> of settings.xml"))
                : Optional.empty();
    }
}
