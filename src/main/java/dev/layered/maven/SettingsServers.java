package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.registry.credential.Credentials;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The servers of {@code settings.xml} that have a user and a password.
 *
 * @param all servers as the settings have them
 */
record SettingsServers(List<Server> all) {

    /** Returns the servers that a run knows. */
    static SettingsServers of(MavenSession session) {
        return new SettingsServers(session.getSettings().getServers());
    }

    /** Whether there is a server of that id. */
    boolean has(String id) {
        return find(id).isPresent();
    }

    /**
     * Returns the user and the password under an id.
     *
     * @throws LayeredFailure {@code server-password} if the password cannot be decrypted
     */
    Optional<Credentials> credentials(String id, SettingsDecrypter decrypter) {
        return find(id).map(server -> {
            String password = Decrypted.of(server, decrypter).orElseThrow(() -> undecrypted(id));
            return Credentials.password(
                    server.getUsername(), password, "server " + Shown.quoted(id) + " of settings.xml");
        });
    }

    private Optional<Server> find(String id) {
        return all.stream()
                .filter(server -> id.equals(server.getId()))
                .filter(server -> server.getUsername() != null && server.getPassword() != null)
                .findFirst();
    }

    private static LayeredFailure undecrypted(String id) {
        Problem problem = new Problem(
                "server-password",
                "The password of the server " + Shown.quoted(id) + " cannot be decrypted.",
                "<servers> of settings.xml",
                Decrypted.FIX);
        return LayeredFailure.outside(problem, null);
    }
}
