package dev.layered.registry.credential;

import java.util.Optional;

/** Where credentials come from. Implementations are thread-safe. */
@FunctionalInterface
public interface CredentialSource {

    /** Knows nobody. */
    CredentialSource ANONYMOUS = (registry, repository) -> Optional.empty();

    /**
     * Returns what to say who we are with.
     *
     * @param registry host with the port where one was written; {@code docker.io} for Docker Hub
     * @param repository path below the registry, e.g. {@code shop/cart}
     */
    Optional<Credentials> find(String registry, String repository);
}
