package dev.layered.registry.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys under which credentials of a registry are kept.
 *
 * <p>A key is a host with an optional port, maybe with the beginning of a repository's path; {@code docker login} also
 * wrote addresses such as {@code https://index.docker.io/v1/}. Docker Hub has several hosts, which count as one.
 */
public final class RegistryKeys {

    private static final String DOCKER_HUB = "docker.io";

    /** What {@code docker login} calls Docker Hub. */
    private static final String DOCKER_HUB_URL = "https://index.docker.io/v1/";

    private static final Set<String> DOCKER_HUB_HOSTS =
            Set.of(DOCKER_HUB, "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com");

    private static final Pattern KEY = Pattern.compile("(https?://)?([^/]+)(/.*)?", Pattern.DOTALL);

    /** Paths of the registry's API, which belong to the registry as a whole. */
    private static final Set<String> API = Set.of("/", "/v1/", "/v2/");

    private RegistryKeys() {}

    /** Returns the keys of a repository, the longest first and the registry alone last. */
    static List<String> of(String registry, String repository) {
        List<String> keys = new ArrayList<>();
        String path = repository;
        while (!path.isEmpty()) {
            keys.add(host(registry) + "/" + path);
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        keys.add(host(registry));
        return keys;
    }

    /** Returns the key of a registry as a whole. */
    public static String host(String registry) {
        String host = registry.toLowerCase(Locale.ROOT);
        return DOCKER_HUB_HOSTS.contains(host) ? DOCKER_HUB : host;
    }

    /** Returns the values whose keys fit, in the order of the keys asked for. */
    static <T> Stream<Map.Entry<String, T>> matching(Map<String, T> values, List<String> keys) {
        return keys.stream()
                .flatMap(key -> values.entrySet().stream()
                        .filter(entry ->
                                read(entry.getKey()).filter(key::equals).isPresent()));
    }

    /** Returns the spellings to ask a program for: first what {@code docker login} would have used. */
    static List<String> spellings(String registry) {
        String host = host(registry);
        return host.equals(DOCKER_HUB) ? List.of(DOCKER_HUB_URL, DOCKER_HUB) : List.of(host);
    }

    /** Returns the spellings of a key that people use as the id of a server. */
    static Stream<String> ids(String key) {
        String path = key.startsWith(DOCKER_HUB) ? key.substring(DOCKER_HUB.length()) : "-";
        if (path.isEmpty()) {
            return Stream.concat(
                    Stream.of(key, DOCKER_HUB_URL), DOCKER_HUB_HOSTS.stream().sorted());
        }
        return path.startsWith("/") ? DOCKER_HUB_HOSTS.stream().sorted().map(host -> host + path) : Stream.of(key);
    }

    /** Returns a key as {@link #of} has it; empty for an address that is not one of a registry. */
    private static Optional<String> read(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(parts.group(3)).orElse("/");
        if (API.contains(path.endsWith("/") ? path : parts.group(1) == null ? "" : path + "/")) {
            return Optional.of(host(parts.group(2)));
        }
        return parts.group(1) == null ? Optional.of(host(parts.group(2)) + path) : Optional.empty();
    }
}
