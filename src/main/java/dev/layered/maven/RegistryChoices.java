package dev.layered.maven;

import dev.layered.maven.parameters.Login;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a goal was told about registries, as values. Goals that were told the same share connections and tokens.
 *
 * @param insecure registries that need no TLS, or no certificate that somebody vouches for
 * @param certificates registry to a PEM file
 * @param mirrors registry to those that are read before it
 * @param transfers uploads at the same time
 * @param logins registry, or registry and repository, to who we are there
 * @param target the registry that is pushed to
 */
record RegistryChoices(
        Set<String> insecure,
        Map<String, Path> certificates,
        Map<String, List<String>> mirrors,
        int transfers,
        Map<String, Login> logins,
        Optional<String> target) {

    /** Takes copies. */
    RegistryChoices {
        insecure = Set.copyOf(insecure);
        certificates = Map.copyOf(certificates);
        mirrors = Map.copyOf(mirrors);
        logins = Map.copyOf(logins);
    }
}
