package dev.layered.maven.parameters;

import dev.layered.registry.credential.Credentials;
import java.util.Optional;

/**
 * What a build says of who it is to one registry.
 *
 * @param given user and password
 * @param server the id of a server of {@code settings.xml}, which counts where those are not given
 * @param program the credential helper
 */
public record Login(Optional<Credentials> given, Optional<String> server, Optional<String> program) {

    /** Whether anything is said. */
    public boolean isEmpty() {
        return given.isEmpty() && server.isEmpty() && program.isEmpty();
    }
}
