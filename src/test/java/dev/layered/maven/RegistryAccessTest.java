package dev.layered.maven;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.layered.outcome.BuildLog;
import dev.layered.registry.Proxies;
import dev.layered.registry.Registries;
import dev.layered.registry.credential.Credentials;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryAccessTest {

    private final SettingsDecrypter decrypter = mock(SettingsDecrypter.class);
    private final RegistryAccess access = new RegistryAccess(decrypter);
    private final Settings settings = new Settings();
    private final DefaultRepositorySystemSession resolving = new DefaultRepositorySystemSession();
    private final MavenSession session = session();

    private MavenSession session() {
        MavenSession made = mock(MavenSession.class);
        when(made.getSettings()).thenReturn(settings);
        when(made.getRepositorySession()).thenReturn(resolving);
        return made;
    }

    private static RegistryChoices choices(int transfers) {
        return new RegistryChoices(Set.of(), Map.of(), Map.of(), transfers, Map.of(), Optional.empty());
    }

    @Test
    void openWhenChoicesAreEqualGivesTheSame() {
        Registries first = access.open(choices(8), session, BuildLog.SILENT);
        assertThat(access.open(choices(8), session, BuildLog.SILENT)).isSameAs(first);
        assertThat(access.open(choices(4), session, BuildLog.SILENT)).isNotSameAs(first);
        when(session.getRepositorySession()).thenReturn(new DefaultRepositorySystemSession());
        assertThat(access.open(choices(8), session, BuildLog.SILENT)).isNotSameAs(first);
    }

    @Test
    void openWhenManyAskAtOnceGivesTheSame() {
        List<Registries> opened = java.util.stream.IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> access.open(choices(8), session, BuildLog.SILENT))
                .distinct()
                .toList();
        assertThat(opened).hasSize(1);
    }

    @Test
    void registriesWhenOfflineAreRefused() {
        BuildMojo mojo = new BuildMojo();
        mojo.session = session;
        when(session.isOffline()).thenReturn(true);
        assertFailure(() -> mojo.registries("the base image 'example.com/java:21'", BuildLog.SILENT))
                .hasId("registry-offline")
                .what("Maven is offline, and the base image 'example.com/java:21' is in a registry.")
                .where("-o, --offline, or <offline> of settings.xml")
                .fix("run it again without -o")
                .isMistake();
    }

    private Proxies proxies() {
        return SettingsProxies.of(session, decrypter);
    }

    @Test
    void proxiesWhenSettingsHaveNoneAreThoseOfJava() {
        Proxy inactive = new Proxy();
        inactive.setActive(false);
        settings.addProxy(inactive);
        assertThat(proxies().selector()).isSameAs(ProxySelector.getDefault());
    }

    private Proxy proxy(String id, String host, String password) {
        Proxy proxy = new Proxy();
        proxy.setId(id);
        proxy.setHost(host);
        proxy.setPort(3128);
        proxy.setUsername("me");
        proxy.setPassword(password);
        settings.addProxy(proxy);
        return proxy;
    }

    private void decrypts(Proxy decrypted, List<SettingsProblem> problems) {
        SettingsDecryptionResult result = mock(SettingsDecryptionResult.class);
        when(result.getProxy()).thenReturn(decrypted);
        when(result.getProblems()).thenReturn(problems);
        when(decrypter.decrypt(any())).thenReturn(result);
    }

    @Test
    void loginOfProxyIsThatOfItsSettingsDecrypted() {
        proxy("other", "other.example.com", "x");
        proxy("corp", "proxy.example.com", "{encrypted}");
        decrypts(proxy("plain", "unused", "canary"), List.of());
        Credentials login = proxies()
                .logins()
                .apply(InetSocketAddress.createUnresolved("proxy.example.com", 3128))
                .orElseThrow();
        assertThat(login.user() + " " + login.secret()).isEqualTo("me canary");
        assertThat(login).hasToString("user 'me' from proxy 'corp' of settings.xml");
        assertThat(proxies().logins().apply(InetSocketAddress.createUnresolved("proxy.example.com", 80)))
                .isEmpty();
    }

    @Test
    void loginOfProxyWhenItCannotBeDecryptedIsToldWithoutIt() {
        proxy("corp", "proxy.example.com", "{canary}");
        SettingsProblem told = mock(SettingsProblem.class);
        when(told.getSeverity()).thenReturn(SettingsProblem.Severity.ERROR);
        decrypts(null, List.of(told));
        assertFailure(() -> proxies().logins().apply(InetSocketAddress.createUnresolved("proxy.example.com", 3128)))
                .hasId("proxy-password")
                .what("The password of the proxy 'corp' cannot be decrypted.")
                .where("<proxies> of settings.xml")
                .isOutside();
    }

    @ParameterizedTest
    @CsvSource({
        "https://registry.example.com/v2/, proxy.example.com",
        "http://registry.example.com:5000/v2/, proxy.example.com",
        "https://in.house.example/v2/, DIRECT",
        "https://localhost:5000/v2/, DIRECT",
        "https://127.0.0.1:5000/v2/, DIRECT",
        "https://[::1]:5000/v2/, DIRECT"
    })
    void proxiesOfSettingsAreChosenAsMavenDoes(URI uri, String expected) {
        settings.addProxy(new Proxy());
        DefaultProxySelector maven = new DefaultProxySelector();
        maven.add(
                new org.eclipse.aether.repository.Proxy("http", "proxy.example.com", 3128, null),
                "*.house.example|other.example");
        resolving.setProxySelector(maven);
        java.net.Proxy chosen = proxies().selector().select(uri).get(0);
        assertThat(chosen.address() instanceof InetSocketAddress address ? address.getHostString() : "DIRECT")
                .isEqualTo(expected);
    }
}
