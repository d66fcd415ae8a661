package dev.layered.certificate;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaTrustStoreTest {

    private static final TrustedCertificate BASE = SampleCertificate.trusted("base", "CN=Base");
    private static final TrustedCertificate OURS = SampleCertificate.trusted("ours", "CN=Ours");
    private static final String FILE = "/opt/java/lib/security/cacerts";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"JKS, changeit", "JKS, other", "JCEKS, changeit", "PKCS12, changeit"})
    void withKeepsTheAliasesOfTheBaseWhateverItsForm(String type, String password)
            throws IOException, GeneralSecurityException {
        byte[] base = store(type, password.toCharArray(), BASE);

        byte[] all = JavaTrustStore.read(base, FILE).with(List.of(OURS, BASE)).bytes();

        KeyStore read = load("JKS", all);
        assertThat(Collections.list(read.aliases()))
                .containsExactlyInAnyOrder("debian:root.pem", OURS.alias())
                .allMatch(alias -> alias.matches("debian:root.pem|layered-[0-9a-f]{16}"));
        assertThat(read.getCertificate("debian:root.pem")).isEqualTo(BASE.x509());
        assertThat(read.getCertificate(OURS.alias())).isEqualTo(OURS.x509());
    }

    @Test
    void withKeepsWhatAStoreWithoutPasswordHas() throws Exception {
        byte[] base = KeytoolRun.all().get(0).withoutPassword(BASE, "root", folder);

        KeyStore all =
                load("JKS", JavaTrustStore.read(base, FILE).with(List.of(OURS)).bytes());

        assertThat(Collections.list(all.aliases())).containsExactlyInAnyOrder("root", OURS.alias());
    }

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "PKCS12"})
    void bytesAreReadByEitherDefaultAndWithOrWithoutPassword(String type) throws Exception {
        byte[] all = JavaTrustStore.of(List.of(BASE.x509())).with(List.of(OURS)).bytes();

        KeyStore without = KeyStore.getInstance(type);
        without.load(new ByteArrayInputStream(all), null);

        assertThat(Collections.list(load(type, all).aliases())).hasSize(2);
        assertThat(Collections.list(without.aliases())).hasSize(2);
    }

    @Test
    void bytesAreTheSameForTheSameCertificates() {
        JavaTrustStore store = JavaTrustStore.read(new byte[0], FILE);

        byte[] all = store.with(List.of(OURS, BASE)).bytes();

        assertThat(store.with(List.of(BASE)).with(List.of(OURS)).bytes()).isEqualTo(all);
        assertThat(JavaTrustStore.read(all, FILE).bytes()).isEqualTo(all);
        ByteBuffer head = ByteBuffer.wrap(all);
        assertThat(List.of(head.getInt(), head.getInt(), head.getInt(), head.getInt()))
                .containsExactly(0xfeedfeed, 2, 2, 2);
        assertThat(new String(all, 18, head.getShort())).startsWith("layered-");
        assertThat(head.getLong(42)).as("time of the first entry").isEqualTo(1000);
    }

    @Test
    void hasAllTellsWhetherThereIsAnythingToAdd() {
        JavaTrustStore store = JavaTrustStore.of(List.of(BASE.x509()));

        assertThat(store.hasAll(List.of(BASE))).isTrue();
        assertThat(store.hasAll(List.of(BASE, OURS))).isFalse();
    }

    @Test
    void bytesAreReadByTheKeytoolOfEachJavaOfThisMachine() throws IOException {
        byte[] all = JavaTrustStore.of(List.of(BASE.x509())).with(List.of(OURS)).bytes();

        List<KeytoolRun> keytools = KeytoolRun.all();

        assertThat(keytools)
                .isNotEmpty()
                .allSatisfy(keytool -> assertThat(keytool.list(all, folder))
                        .contains(OURS.alias(), "base-", "contains 2 entries")
                        .doesNotContain("rror"));
    }

    @Test
    void readOfTheTrustStoreOfEachJavaOfThisMachineLosesNothing() throws Exception {
        for (byte[] cacerts : KeytoolRun.trustStores()) {
            KeyStore before = load("JKS", cacerts);
            KeyStore after = load(
                    "JKS",
                    JavaTrustStore.read(cacerts, FILE).with(List.of(OURS)).bytes());

            assertThat(after.size()).isEqualTo(before.size() + 1);
            for (String alias : Collections.list(before.aliases())) {
                assertThat(after.getCertificate(alias)).isEqualTo(before.getCertificate(alias));
            }
        }
    }

    @Test
    void readOfAStoreWithAnotherPasswordFails() throws Exception {
        byte[] store = store("PKCS12", "secret".toCharArray(), BASE);

        assertFailure(() -> JavaTrustStore.read(store, FILE))
                .hasId("certificate-store")
                .isMistake()
                .what("No certificate can be added to the Java trust store '" + FILE
                        + "' of the base image: keystore password was incorrect.")
                .where(FILE)
                .fix("choose a base whose trust store is of the kind JKS or PKCS12, with the password 'changeit' or"
                        + " none");
    }

    @Test
    void readOfWhatIsNoStoreFails() {
        assertFailure(() -> JavaTrustStore.read("BCFKS, say".getBytes(), FILE))
                .hasId("certificate-store")
                .isPrintable();
    }

    @Test
    void readOfAStoreWithAKeyFails() throws Exception {
        KeyStore store = KeyStore.getInstance("JCEKS");
        store.load(null, null);
        char[] password = "changeit".toCharArray();
        store.setKeyEntry("own", new SecretKeySpec(new byte[16], "AES"), password, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);

        assertFailure(() -> JavaTrustStore.read(bytes.toByteArray(), FILE))
                .hasId("certificate-store")
                .whatContains("a private key is in it");
    }

    private static byte[] store(String type, char[] password, TrustedCertificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("debian:root.pem", certificate.x509());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        return bytes.toByteArray();
    }

    private static KeyStore load(String type, byte[] bytes) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(new ByteArrayInputStream(bytes), "changeit".toCharArray());
        return store;
    }
}
