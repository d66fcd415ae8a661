package dev.layered.maven;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.layered.registry.credential.Credentials;
import java.util.List;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class SettingsServersTest {

    private final SettingsDecrypter decrypter = mock(SettingsDecrypter.class);
    private final SettingsServers servers = new SettingsServers(List.of(
            server("by-key", null, null), server("corporate", "ci", "{encrypted}"), server("half", "ci", null)));

    private static Server server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        return server;
    }

    private void decrypts(SettingsProblem.Severity problem) {
        SettingsProblem told = mock(SettingsProblem.class);
        when(told.getSeverity()).thenReturn(problem);
        SettingsDecryptionResult result = mock(SettingsDecryptionResult.class);
        when(result.getServer()).thenReturn(server("corporate", "ci", "hunter2"));
        when(result.getProblems()).thenReturn(List.of(told));
        when(decrypter.decrypt(any())).thenReturn(result);
    }

    @Test
    void credentialsAreThoseDecrypted() {
        decrypts(SettingsProblem.Severity.WARNING);
        assertThat(servers.credentials("corporate", decrypter))
                .contains(Credentials.password("ci", "hunter2", "anywhere"))
                .map(Credentials::source)
                .contains("server 'corporate' of settings.xml");
    }

    @Test
    void credentialsWhenServerHasNoneAreEmpty() {
        assertThat(servers.credentials("by-key", decrypter)).isEmpty();
        assertThat(servers.credentials("half", decrypter)).isEmpty();
        assertThat(servers.credentials("absent", decrypter)).isEmpty();
        assertThat(servers.has("half")).isFalse();
        assertThat(servers.has("corporate")).isTrue();
    }

    @Test
    void credentialsWhenTheyCannotBeDecryptedAreTold() {
        decrypts(SettingsProblem.Severity.ERROR);
        assertFailure(() -> servers.credentials("corporate", decrypter))
                .hasId("server-password")
                .what("The password of the server 'corporate' cannot be decrypted.")
                .where("<servers> of settings.xml")
                .fix("encrypt it anew with mvn --encrypt-password; the master password is in"
                        + " ~/.m2/settings-security.xml");
    }
}
