package dev.layered.maven;

import dev.layered.maven.parameters.Login;
import dev.layered.outcome.BuildLog;
import dev.layered.registry.Registries;
import dev.layered.registry.RegistrySettings;
import dev.layered.registry.RegistryTimes;
import dev.layered.registry.credential.CredentialSettings;
import dev.layered.registry.credential.CredentialSources;
import dev.layered.registry.credential.Credentials;
import dev.layered.registry.credential.Machine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/**
 * Opens registries, for one Maven session once for each set of choices, so that modules share connections and tokens.
 *
 * <p>They are kept in the session and nowhere else: this object may outlive it.
 */
@Named
@Singleton
final class RegistryAccess {

    /** Where a session keeps its registries; a name, since another class loader may have this class too. */
    private static final String OPEN = "dev.layered.registries";

    private final SettingsDecrypter decrypter;

    @Inject
    RegistryAccess(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /** Returns the registries for these choices; what they have to say later goes to the log of who asked first. */
    Registries open(RegistryChoices choices, MavenSession session, BuildLog log) {
        SessionData data = session.getRepositorySession().getData();
        data.set(OPEN, null, new ConcurrentHashMap<>());
        @SuppressWarnings("unchecked")
        Map<Object, Object> open = (Map<Object, Object>) data.get(OPEN);
        return (Registries) open.computeIfAbsent(choices, key -> opened(choices, session, log));
    }

    private Registries opened(RegistryChoices choices, MavenSession session, BuildLog log) {
        RegistrySettings settings = new RegistrySettings(
                choices.insecure(),
                choices.certificates(),
                SettingsProxies.of(session, decrypter),
                choices.mirrors(),
                choices.transfers(),
                RegistryTimes.standard());
        CredentialSources credentials = CredentialSources.of(credentials(choices, SettingsServers.of(session)), log);
        Registries registries = new Registries(settings, credentials, log);
        closeAtEnd(registries, session.getRepositorySession());
        return registries;
    }

    private CredentialSettings credentials(RegistryChoices choices, SettingsServers all) {
        Function<String, Optional<Credentials>> servers = id -> all.credentials(id, decrypter);
        Map<String, Credentials> given = new LinkedHashMap<>();
        Map<String, String> programs = new LinkedHashMap<>();
        choices.logins().forEach((registry, login) -> {
            given(login, servers).ifPresent(credentials -> given.put(registry, credentials));
            login.program().ifPresent(program -> programs.put(registry, program));
        });
        return new CredentialSettings(given, programs, servers, choices.target(), Machine.here());
    }

    private static Optional<Credentials> given(Login login, Function<String, Optional<Credentials>> servers) {
        return login.given().or(() -> login.server().flatMap(servers));
    }

    /** By reflection: sessions tell of their end since Maven 3.10. Before, all that stays open are threads that end with Java. */
    private static void closeAtEnd(Registries registries, RepositorySystemSession session) {
        try {
            Runnable close = registries::close;
            RepositorySystemSession.class
                    .getMethod("addOnSessionEndedHandler", Runnable.class)
                    .invoke(session, close);
        } catch (ReflectiveOperationException e) {
            // an older Maven
        }
    }
}
