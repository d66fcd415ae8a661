package dev.layered.registry;

import static java.util.Objects.requireNonNull;

import dev.layered.registry.credential.RegistryKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a user may set about registries. A registry is a host with the port where one is written, or a host alone for
 * all its ports.
 *
 * @param insecure registries that may be spoken to without TLS, or with a certificate that nobody vouches for; this
 *     machine may always do without TLS
 * @param authorities registry to a PEM file with certificates that are trusted for it besides the usual ones
 * @param proxies through which a request goes
 * @param mirrors registry to other ones, with a path where their repositories lie below one, that are read first
 * @param transfers uploads at the same time
 */
public record RegistrySettings(
        Set<String> insecure,
        Map<String, Path> authorities,
        Proxies proxies,
        Map<String, List<String>> mirrors,
        int transfers,
        RegistryTimes times) {

    /** Checks that nothing is null. */
    public RegistrySettings {
        insecure = Set.copyOf(insecure);
        authorities = Map.copyOf(authorities);
        requireNonNull(proxies, "proxies");
        mirrors = mirrors.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> RegistryKeys.host(entry.getKey()), Map.Entry::getValue, (first, second) -> first));
        requireNonNull(times, "times");
    }

    /** Returns the settings of a user who set nothing: Java's own proxies, eight uploads at a time. */
    public static RegistrySettings standard() {
        return new RegistrySettings(Set.of(), Map.of(), Proxies.ofJava(), Map.of(), 8, RegistryTimes.standard());
    }
}
