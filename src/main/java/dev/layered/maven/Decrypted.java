package dev.layered.maven;

import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Passwords of {@code settings.xml} in plain, decrypted by Maven.
 *
 * <p>Maven's reason for not decrypting one is passed on to nobody, as it may quote what it tried to read. Maven 4 has
 * decrypted them before, and ends by itself where it cannot.
 */
final class Decrypted {

    /** What helps where a password cannot be decrypted. */
    static final String FIX =
            "encrypt it anew with mvn --encrypt-password; the master password is in ~/.m2/settings-security.xml";

    private Decrypted() {}

    /** Returns the password of a server; empty where it cannot be decrypted. */
    static Optional<String> of(Server server, SettingsDecrypter decrypter) {
        return of(new DefaultSettingsDecryptionRequest(server), decrypter)
                .map(SettingsDecryptionResult::getServer)
                .map(Server::getPassword);
    }

    /** Returns the password of a proxy; empty where it cannot be decrypted. */
    static Optional<String> of(Proxy proxy, SettingsDecrypter decrypter) {
        return of(new DefaultSettingsDecryptionRequest(proxy), decrypter)
                .map(SettingsDecryptionResult::getProxy)
                .map(Proxy::getPassword);
    }

    private static Optional<SettingsDecryptionResult> of(
            SettingsDecryptionRequest request, SettingsDecrypter decrypter) {
        return Optional.of(decrypter.decrypt(request))
                .filter(result -> result.getProblems().stream()
                        .allMatch(problem -> problem.getSeverity() == SettingsProblem.Severity.WARNING));
    }
}
