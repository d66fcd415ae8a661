package dev.layered.registry.credential;

import dev.layered.failure.Shown;
import dev.layered.outcome.BuildLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All places where credentials may be, asked in a fixed order; the first that has any wins.
 *
 * <p>What the build names comes first, then what is found on the machine, last the environment. The log hears, as a
 * detail, which place answered or which were asked in vain, and never what they hold. Thread-safe.
 */
public final class CredentialSources implements CredentialSource {

    /** How long a helper may take: it may have to ask its user, or a server far away. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** The places by the names that the log calls them, in the order of asking. */
    private final Map<String, CredentialSource> places;

    private final BuildLog log;

    CredentialSources(Map<String, CredentialSource> places, BuildLog log) {
        this.places = new LinkedHashMap<>(places);
        this.log = log;
    }

    /** Returns the places that a run asks. */
    public static CredentialSources of(CredentialSettings settings, BuildLog log) {
        Clock clock = Clock.systemUTC();
        HelperPrograms programs = new HelperPrograms(settings.machine(), LIMIT, clock);
        return of(settings, programs, new GoogleDefaultCredentials(LIMIT, clock, log), log);
    }

    static CredentialSources of(
            CredentialSettings settings, HelperPrograms programs, CredentialSource google, BuildLog log) {
        Map<String, CredentialSource> places = new LinkedHashMap<>();
        places.put("the configuration", given(settings.given()));
        places.put("a helper of the configuration", named(settings.programs(), programs));
        places.put("settings.xml", servers(settings.servers()));
        files(settings.machine()).forEach(file -> places.put(file.toString(), new AuthFile(file, programs)));
        places.put("well-known helpers", new WellKnownPrograms(programs, log));
        places.put("Google's application default credentials", google);
        places.put(EnvironmentCredentials.NAMES, new EnvironmentCredentials(settings.target(), settings.machine()));
        return new CredentialSources(places, log);
    }

    private static CredentialSource given(Map<String, Credentials> given) {
        return (registry, repository) -> RegistryKeys.matching(given, RegistryKeys.of(registry, repository))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static CredentialSource named(Map<String, String> named, HelperPrograms programs) {
        return (registry, repository) -> RegistryKeys.matching(named, RegistryKeys.of(registry, repository))
                .findFirst()
                .flatMap(entry -> programs.ask(
                        entry.getValue(), registry, "the credential helper for " + Shown.quoted(entry.getKey())));
    }

    private static CredentialSource servers(Function<String, Optional<Credentials>> servers) {
        return (registry, repository) -> RegistryKeys.of(registry, repository).stream()
                .flatMap(RegistryKeys::ids)
                .flatMap(id -> servers.apply(id).stream())
                .findFirst();
    }

    /** The files of Podman and its relatives, then Docker's; a variable that names one replaces where it would be. */
    private static List<Path> files(Machine machine) {
        Stream<Path> containers = machine.path("REGISTRY_AUTH_FILE")
                .map(Stream::of)
                .orElseGet(() -> Stream.of(
                                machine.path("XDG_RUNTIME_DIR"),
                                machine.path("XDG_CONFIG_HOME")
                                        .or(() -> machine.home().map(home -> home.resolve(".config"))))
                        .flatMap(Optional::stream)
                        .map(folder -> folder.resolve("containers").resolve("auth.json")));
        Stream<Path> docker = machine
                .path("DOCKER_CONFIG")
                .or(() -> machine.home().map(home -> home.resolve(".docker")))
                .map(folder -> folder.resolve("config.json"))
                .stream();
        return Stream.concat(containers, docker).distinct().toList();
    }

    @Override
    public Optional<Credentials> find(String registry, String repository) {
        String name = Shown.text(registry + "/" + repository);
        for (CredentialSource place : places.values()) {
            Optional<Credentials> found = place.find(registry, repository);
            if (found.isPresent()) {
                log.detail("The credentials for " + name + " come from "
                        + Shown.text(found.get().source()) + ".");
                return found;
            }
        }
        log.detail("There are no credentials for " + name + " in " + String.join(", ", places.keySet()) + ".");
        return Optional.empty();
    }
}
