package dev.layered.registry;

import dev.layered.image.ImageReference;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.credential.CredentialSource;
import dev.layered.registry.credential.RegistryKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * All registries of one run, with their connections, tokens and credentials. Thread-safe.
 *
 * <p>Images of the same registry share what it was told and what it granted, so there is one of these in a run.
 */
public final class Registries implements AutoCloseable {

    private final RegistrySettings settings;
    private final CredentialSource credentials;
    private final BuildLog log;
    private final Connections connections;
    private final TokenServer tokens;
    private final Semaphore transfers;
    private final Map<String, RegistryHost> hosts = new ConcurrentHashMap<>();
    private final Map<String, Mirror> mirrors = new ConcurrentHashMap<>();

    /** {@code credentials} is asked once for each repository, and only when its registry asks. */
    public Registries(RegistrySettings settings, CredentialSource credentials, BuildLog log) {
        this.settings = settings;
        this.credentials = credentials;
        this.log = log;
        this.connections = new Connections(settings);
        this.tokens = new TokenServer(connections, settings.times().clock());
        this.transfers = new Semaphore(settings.transfers());
    }

    /** Returns the repository of an image, to be read; its tag or digest does not matter. Asks nothing yet. */
    public ImageRepository repository(ImageReference of) {
        return repository(of, Scope::pull);
    }

    /** Does the same for one that will be written to: leave for that is asked from the first request on, and once. */
    public ImageRepository target(ImageReference of) {
        return repository(of, Scope::push);
    }

    private ImageRepository repository(ImageReference of, Function<String, Scope> reading) {
        String registry = RegistryKeys.host(of.registry());
        String repository =
                new ImageReference(registry, of.repository(), Optional.empty(), Optional.empty()).wholeRepository();
        List<Mirror> before = settings.mirrors().getOrDefault(registry, List.of()).stream()
                .map(mirror -> mirrors.computeIfAbsent(
                        mirror + "/" + repository, name -> new Mirror(requests(mirror, repository, Scope::pull), log)))
                .toList();
        return new ImageRepository(of, requests(registry, repository, reading), before, transfers);
    }

    private RepositoryRequests requests(String registry, String repository, Function<String, Scope> reading) {
        int slash = registry.indexOf('/');
        String host = slash < 0 ? registry : registry.substring(0, slash);
        String path = slash < 0 ? repository : registry.substring(slash + 1) + "/" + repository;
        return new RepositoryRequests(host(host), reading.apply(path), settings.times());
    }

    private RegistryHost host(String name) {
        return hosts.computeIfAbsent(
                name,
                registry -> new RegistryHost(
                        registry,
                        connections,
                        new Authorizations(
                                registry, credentials, tokens, settings.times().clock(), log),
                        new RetryNotes(log)));
    }

    /** Gives up all connections; what is asked after that fails. */
    @Override
    public void close() {
        connections.close();
    }
}
