package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.ImageReference;
import dev.layered.registry.credential.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proxies that want to know who asks; the JVM has the properties that it has from the start. */
final class ProxyLoginTest {

    private static final String HOST = "registry.example.com";
    private static final String LOGIN = "me:canary-of-proxy";
    private static final byte[] CONTENT = bytes(3_000_000);

    @TempDir
    static Path folder;

    private static PrivateAuthority authority;

    @BeforeAll
    static void makeCertificate() throws IOException {
        authority = PrivateAuthority.in(folder, HOST);
    }

    private static Proxies proxies(PasswordProxy proxy, Optional<Credentials> login) {
        return new Proxies(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())), address -> login);
    }

    private static Optional<Credentials> login(String password) {
        return Optional.of(Credentials.password("me", password, "proxy 'corp' of settings.xml"));
    }

    private static ImageRepository repository(RegistryFixture fixture) {
        return fixture.registries().repository(ImageReference.parse(HOST + "/shop/cart"));
    }

    @Test
    void putWhenProxyForTlsWantsPasswordPassesThroughIt() throws IOException {
        ScriptedRegistry registry = ScriptedRegistry.start(authority.server());
        try (RegistryFixture fixture = RegistryFixture.of(registry);
                PasswordProxy proxy = PasswordProxy.before(registry.port(), LOGIN)) {
            fixture.authorities(Map.of(HOST, authority.certificate()))
                    .proxies(proxies(proxy, login("canary-of-proxy")));
            assertThat(repository(fixture).put(blob(CONTENT), TransferLog.SILENT))
                    .isTrue();
            assertThat(repository(fixture).open(descriptor(CONTENT))).hasBinaryContent(CONTENT);
            assertThat(proxy.passed()).isNotEmpty().containsOnly("CONNECT registry.example.com:443");
            assertThat(proxy.refused()).isEmpty();
            assertThat(fixture.told).noneMatch(text -> text.contains("canary"));
        }
    }

    @Test
    void putWhenProxyWithoutTlsWantsPasswordPassesThroughIt() throws IOException {
        ScriptedRegistry registry = ScriptedRegistry.start();
        try (RegistryFixture fixture = RegistryFixture.of(registry);
                Front noTls = Front.before(registry.port(), false);
                PasswordProxy proxy = PasswordProxy.before(noTls.port(), LOGIN)) {
            fixture.insecure(HOST).proxies(proxies(proxy, login("canary-of-proxy")));
            assertThat(repository(fixture).put(blob(CONTENT), TransferLog.SILENT))
                    .isTrue();
            assertThat(proxy.passed()).anyMatch(text -> text.startsWith("PUT http://registry.example.com/v2/"));
            assertThat(proxy.refused()).isEmpty();
        }
    }

    @Test
    void hasWhenProxyDoesNotKnowPasswordFailsOnceAndDoesNotShowIt() throws IOException {
        ScriptedRegistry registry = ScriptedRegistry.start(authority.server());
        try (RegistryFixture fixture = RegistryFixture.of(registry);
                PasswordProxy proxy = PasswordProxy.before(registry.port(), "me:other")) {
            fixture.proxies(proxies(proxy, login("canary-of-proxy")));
            assertFailure(() -> repository(fixture).has(descriptor(CONTENT)))
                    .hasId("proxy-login")
                    .isOutside()
                    .what("The proxy '127.0.0.1:" + proxy.port()
                            + "' does not accept user 'me' from proxy 'corp' of settings.xml.")
                    .fix("correct what stands in proxy 'corp' of settings.xml");
            assertThat(proxy.refused()).hasSize(1);
            assertThat(registry.requests()).isEmpty();
        }
    }

    @Test
    void hasWhenNothingTellsWhoWeAreToTheProxyFails() throws IOException {
        for (boolean plain : new boolean[] {true, false}) {
            ScriptedRegistry registry = ScriptedRegistry.start(authority.server());
            try (RegistryFixture fixture = RegistryFixture.of(registry);
                    PasswordProxy proxy = PasswordProxy.before(registry.port(), LOGIN)) {
                fixture.insecure(plain ? HOST : "other").proxies(proxies(proxy, Optional.empty()));
                assertFailure(() -> repository(fixture).has(descriptor(CONTENT)))
                        .hasId("proxy-login")
                        .what("The proxy '127.0.0.1:" + proxy.port() + "' asks who you are, and nothing tells.")
                        .fix("give <username> and <password> of the proxy in settings.xml");
            }
        }
    }

    @Test
    void tunnelWhenSomebodyElseAsksIsClosedToThem() throws IOException {
        ExecutorService workers = Executors.newCachedThreadPool();
        try (PasswordProxy proxy = PasswordProxy.before(1, LOGIN);
                ProxyTunnel tunnel = ProxyTunnel.open(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), proxy.port()), "Basic x", workers);
                Socket socket = new Socket(
                        tunnel.address().getAddress(), tunnel.address().getPort())) {
            String request = "CONNECT " + HOST + ":443 HTTP/1.1\r\nProxy-Authorization: Bearer guess\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(proxy.passed()).isEmpty();
            assertThat(proxy.refused()).isEmpty();
        } finally {
            workers.shutdownNow();
        }
    }
}
