package dev.layered.maven;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.registry.credential.Credentials;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

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
            SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
            boolean failed = result.getProblems().stream()
                    .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
            if (failed || result.getServer() == null) {
                throw undecrypted(id);
            }
            return Credentials.password(
                    server.getUsername(),
                    result.getServer().getPassword(),
                    "server " + Shown.quoted(id) + " of settings.xml");
        });
    }

    private Optional<Server> find(String id) {
        return all.stream()
                .filter(server -> id.equals(server.getId()))
                .filter(server -> server.getUsername() != null && server.getPassword() != null)
                .findFirst();
    }

    /** Without Maven's reason, which may quote what it tried to read. */
    private static LayeredFailure undecrypted(String id) {
        Problem problem = new Problem(
                "server-password",
                "The password of the server " + Shown.quoted(id) + " cannot be decrypted.",
                "<servers> of settings.xml",
                "encrypt it anew with mvn --encrypt-password; the master password is in ~/.m2/settings-security.xml");
        return LayeredFailure.outside(problem, null);
    }
}
