package dev.layered.registry;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.registry.RegistryFixture.blob;
import static dev.layered.registry.RegistryFixture.bytes;
import static dev.layered.registry.RegistryFixture.descriptor;
import static dev.layered.registry.RegistryFixture.manifest;
import static dev.layered.registry.RegistryFixture.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.ImageReference;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, TLS and its absence; hosts of the outside world are asked through a proxy on this machine. */
final class ConnectionTest {

    private static final String HOST = "registry.example.com";
    private static final byte[] CONTENT = bytes(5000);

    @TempDir
    static Path folder;

    private static PrivateAuthority authority;

    @BeforeAll
    static void makeCertificate() throws IOException {
        authority = PrivateAuthority.in(folder, HOST);
    }

    private static RegistryFixture withTls() throws IOException {
        ScriptedRegistry registry = ScriptedRegistry.start(authority.server());
        return RegistryFixture.of(registry).proxy(registry.port());
    }

    private static boolean has(RegistryFixture fixture, String name) {
        return fixture.registries().repository(ImageReference.parse(name)).has(descriptor(CONTENT));
    }

    @Test
    void hasWhenCertificateIsNotTrustedFailsNamingTheSwitchAndSendsNothing() throws IOException {
        try (RegistryFixture fixture = withTls().with(password("ada", "canary"))) {
            assertFailure(() -> has(fixture, HOST + "/shop/cart"))
                    .hasId("registry-certificate")
                    .isOutside()
                    .whatContains("The certificate of 'registry.example.com' is not trusted: ")
                    .fix(
                            "give the file of its certificate authority in <registryCertificates>, or name registry.example.com in"
                                    + " <allowInsecureRegistries>");
            assertThat(fixture.registry.requests()).isEmpty();
            assertThat(fixture.waits).isEmpty();
        }
    }

    @Test
    void hasWhenAuthorityIsGivenPasses() throws IOException {
        try (RegistryFixture fixture = withTls().authorities(Map.of(HOST, authority.certificate()))) {
            assertThat(has(fixture, HOST + "/shop/cart")).isFalse();
            assertThat(fixture.registry.requests())
                    .extracting(ScriptedRegistry.Seen::host)
                    .containsOnly(HOST);
        }
    }

    @Test
    void hasWhenAuthorityIsGivenButHostIsAnotherFails() throws IOException {
        try (RegistryFixture fixture = withTls().authorities(Map.of("other.example.com", authority.certificate()))) {
            assertFailure(() -> has(fixture, "other.example.com/shop/cart")).hasId("registry-certificate");
        }
    }

    @Test
    void hasWhenHostIsNamedAsInsecurePassesWithAnyCertificate() throws IOException {
        try (RegistryFixture fixture = withTls().insecure("other.example.com")) {
            assertThat(has(fixture, "other.example.com/shop/cart")).isFalse();
        }
    }

    @Test
    void hasWhenThisMachineShowsAnUntrustedCertificateFails() throws IOException {
        try (RegistryFixture fixture = RegistryFixture.of(ScriptedRegistry.start(authority.server()))) {
            assertFailure(() -> fixture.repository("shop/cart").has(descriptor(CONTENT)))
                    .hasId("registry-certificate");
        }
    }

    @Test
    void putWhenTlsAndAuthorityIsGivenPasses() throws IOException {
        ScriptedRegistry registry = ScriptedRegistry.start(authority.server());
        try (RegistryFixture fixture =
                RegistryFixture.of(registry).authorities(Map.of("127.0.0.1", authority.certificate()))) {
            assertThat(fixture.repository("shop/cart").put(blob(CONTENT), TransferLog.SILENT))
                    .isTrue();
        }
    }

    @Test
    void hasWhenAuthorityFileIsUnusableFails() throws IOException {
        Path junk = Files.writeString(folder.resolve("junk.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        for (Path file : List.of(junk, empty, folder.resolve("missing.pem"))) {
            try (RegistryFixture fixture = withTls().authorities(Map.of(HOST, file))) {
                assertFailure(() -> has(fixture, HOST + "/shop/cart"))
                        .hasId("registry-authority")
                        .where(file.toString())
                        .whatContains("'" + file + "' gives no certificates: ")
                        .fix("name a file with certificates in PEM form, -----BEGIN CERTIFICATE-----");
            }
        }
    }

    @Test
    void hasWhenHostSpeaksNoTlsFailsNamingTheSwitchAndSendsNothing() throws IOException {
        try (TextServer server = TextServer.start("HTTP/1.0 400 Bad Request\r\n\r\nno TLS here");
                Front proxy = Front.before(server.port(), true);
                RegistryFixture fixture = RegistryFixture.start()) {
            fixture.proxy(proxy.port()).with(password("ada", "canary"));
            assertFailure(() -> has(fixture, HOST + "/shop/cart"))
                    .hasId("registry-not-tls")
                    .what("'registry.example.com' does not speak TLS.")
                    .where("HEAD registry.example.com/v2/shop/cart/blobs/"
                            + descriptor(CONTENT).digest())
                    .fix("name registry.example.com in <allowInsecureRegistries> if it may be spoken to without"
                            + " encryption");
        }
    }

    @Test
    void hasWhenServerSpeaksNoHttpFails() throws IOException {
        for (String text : List.of("", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 abc\r\n\r\n")) {
            try (TextServer server = TextServer.start(text);
                    RegistryFixture fixture = RegistryFixture.start()) {
                String name = "127.0.0.1:" + server.port() + "/shop/cart";
                assertFailure(() -> has(fixture, name))
                        .hasId("registry-unreachable")
                        .isPrintable();
            }
        }
    }

    @Test
    void hasWhenPlainHostIsNamedAsksTlsFirstAndShowsNoCredentialsThen() throws IOException {
        ScriptedRegistry registry = ScriptedRegistry.start();
        registry.desk().askForPassword("ada:canary");
        try (RegistryFixture fixture = RegistryFixture.of(registry)
                .with(password("ada", "canary"))
                .insecure(HOST)
                .proxy(registry.port())) {
            assertThat(has(fixture, HOST + "/shop/cart")).isFalse();
            assertThat(registry.requests().get(0).target()).isEqualTo("/v2/");
            assertThat(registry.requests().get(0).authorization()).isEmpty();
        }
    }

    @Test
    void openWhenSentToHostWithoutTlsFails() throws IOException {
        try (RegistryFixture fixture = RegistryFixture.start()) {
            fixture.registry.always(
                    "GET", "blobs", Reaction.reply(Reply.of(307).with("Location", "http://cdn.example.com/b?s=1")));
            assertFailure(() -> fixture.repository("shop/cart").open(descriptor(CONTENT)))
                    .hasId("registry-not-tls")
                    .where("http://cdn.example.com/b");
        }
    }

    @Test
    void manifestOfDockerHubIsAskedForUnderItsLongName() throws IOException {
        for (String name : List.of("alpine", "docker.io/alpine", "index.docker.io/library/alpine")) {
            try (RegistryFixture fixture = withTls().insecure("registry-1.docker.io")) {
                fixture.registry
                        .contents()
                        .manifest(
                                "library/alpine",
                                "3",
                                MediaType.OCI_MANIFEST,
                                manifest("a").bytes());
                assertThat(fixture.registries()
                                .repository(ImageReference.parse(name))
                                .manifest("3"))
                        .isPresent();
            }
        }
    }

    @Test
    void hasWhenNobodyListensFailsAfterSixAttempts() throws IOException {
        RegistryFixture fixture = RegistryFixture.start();
        fixture.close();
        try (RegistryFixture other = RegistryFixture.start()) {
            ImageReference gone = fixture.registry.reference("shop/cart");
            assertFailure(() -> other.registries().repository(gone).has(descriptor(CONTENT)))
                    .hasId("registry-unreachable")
                    .what("The registry did not answer in 6 attempts: connection refused.")
                    .where("HEAD " + gone.registry() + "/v2/shop/cart/blobs/"
                            + descriptor(CONTENT).digest());
        }
    }
}
