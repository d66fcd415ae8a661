package dev.layered.registry.credential;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a build says of its credentials, and where else they may be found.
 *
 * <p>Keys are registries, as they stand in image references, or a registry and the beginning of a repository's path,
 * e.g. {@code registry.example.com/team}; the longest that fits counts.
 *
 * @param given what the configuration or the command line gives for a registry
 * @param programs the credential helper that the configuration names for a registry: what follows
 *     {@code docker-credential-} in its name, or the absolute path of its file
 * @param servers the server of {@code settings.xml} with an id, its password decrypted
 * @param target the registry that is pushed to, the only one that the environment's password may go to
 * @param machine where files, programs and variables are looked for
 */
public record CredentialSettings(
        Map<String, Credentials> given,
        Map<String, String> programs,
        Function<String, Optional<Credentials>> servers,
        Optional<String> target,
        Machine machine) {

    /** Copies the maps in their order. */
    public CredentialSettings {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        programs = Collections.unmodifiableMap(new LinkedHashMap<>(programs));
    }
}
