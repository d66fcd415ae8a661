package dev.layered.base;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.certificate.JavaTrustStore;
import dev.layered.certificate.PemBundle;
import dev.layered.certificate.SampleCertificate;
import dev.layered.certificate.TrustedCertificate;
import dev.layered.image.Blob;
import dev.layered.image.ImageConfig;
import dev.layered.image.Platform;
import dev.layered.image.RuntimeConfig;
import dev.layered.json.JsonObject;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.outcome.BuildLog;
import dev.layered.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificateLayerTest {

    private static final TrustedCertificate OURS = SampleCertificate.trusted("corp", "CN=Corp");
    private static final TrustedCertificate OF_BASE = SampleCertificate.trusted("base", "CN=Base");
    private static final byte[] BUNDLE = OF_BASE.pem().getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STORE =
            JavaTrustStore.of(List.of(OF_BASE.x509())).bytes();
    private static final Map<String, String> NO_ENVIRONMENT = Map.of();

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void openStore() {
        store = Store.open(folder.resolve("store"), folder.resolve("other"), BuildLog.SILENT);
    }

    @Test
    void ofDebianWithItsJavaWritesBundleSingleFileAndTheStoreBehindTheLink() throws IOException {
        Blob system = new SampleLayer()
                .folder("usr/local/share/ca-certificates")
                .file("etc/ssl/certs/ca-certificates.crt", 0640, 7, BUNDLE)
                .file("etc/ssl/certs/java/cacerts", STORE)
                .link("usr/lib/jvm/java-17/lib/security/cacerts", "/etc/ssl/certs/java/cacerts");

        CertificateFiles files = of(NO_ENVIRONMENT, system);

        assertThat(files.needsTrustStoreFlag()).isFalse();
        assertThat(files.entries())
                .containsExactly(
                        entry("etc/ssl/certs/ca-certificates.crt", 0640, 7, PemBundle.with(List.of(OURS), BUNDLE)),
                        entry("etc/ssl/certs/java/cacerts", 0644, 0, storeWithOurs()),
                        single("usr/local/share/ca-certificates/corp.crt"));
        assertThat(of(NO_ENVIRONMENT, system)).as("the same again").isEqualTo(files);
    }

    @Test
    void ofRedHatWritesTheRealFilesOnceAndAnAnchor() throws IOException {
        Blob system = new SampleLayer()
                .folder("etc/pki/ca-trust")
                .link("etc/ssl/certs", "../pki/tls/certs")
                .link("etc/pki/tls/certs/ca-certificates.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem")
                .link("etc/pki/tls/certs/ca-bundle.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem")
                .file("etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", BUNDLE)
                .file("etc/pki/ca-trust/extracted/java/cacerts", 0444, 0, STORE)
                .link("usr/lib/jvm/jre/lib/security", "/etc/java/security")
                .link("etc/java/security/cacerts", "/etc/pki/ca-trust/extracted/java/cacerts");

        CertificateFiles files = of(Map.of("JAVA_HOME", "/usr/lib/jvm/jre"), system);

        assertThat(files.needsTrustStoreFlag()).isFalse();
        assertThat(files.entries())
                .containsExactly(
                        entry("etc/pki/ca-trust/extracted/java/cacerts", 0444, 0, storeWithOurs()),
                        entry(
                                "etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                                0644,
                                0,
                                PemBundle.with(List.of(OURS), BUNDLE)),
                        single("etc/pki/ca-trust/source/anchors/corp.pem"));
    }

    @Test
    void ofSuseWritesBundlesAndItsAnchor() throws IOException {
        Blob system = new SampleLayer()
                .folder("etc/pki/trust/anchors")
                .file("usr/sbin/update-ca-certificates", "#!/bin/sh")
                .file("var/lib/ca-certificates/ca-bundle.pem", BUNDLE)
                .link("etc/ssl/ca-bundle.pem", "/var/lib/ca-certificates/ca-bundle.pem")
                .file("var/lib/ca-certificates/java-cacerts", STORE);

        CertificateFiles files = of(NO_ENVIRONMENT, system);

        assertThat(files.needsTrustStoreFlag()).isTrue();
        assertThat(files.entries())
                .extracting(LayerEntry::path)
                .containsExactly(
                        "etc/pki/trust/anchors/corp.pem",
                        "etc/ssl/certs/java/cacerts",
                        "var/lib/ca-certificates/ca-bundle.pem",
                        "var/lib/ca-certificates/java-cacerts");
    }

    @Test
    void ofAJavaOfEachKindWritesEachStore() throws IOException {
        Blob system = new SampleLayer()
                .file("opt/eight/jre/lib/security/cacerts", STORE)
                .file("opt/eleven/lib/security/jssecacerts", STORE)
                .file("opt/conf/cacerts", STORE)
                .link("opt/onpath/lib/security", "/opt/conf")
                .file("opt/onpath/bin/java", "elf")
                .link("usr/bin/java", "/etc/alternatives/java")
                .link("etc/alternatives/java", "/opt/onpath/bin/java");

        CertificateFiles files = of(Map.of("PATH", "relative::/nowhere:/usr/bin"), system);

        assertThat(files.needsTrustStoreFlag()).isFalse();
        assertThat(files.entries())
                .extracting(LayerEntry::path)
                .containsExactly(
                        "etc/ssl/certs/ca-certificates.crt",
                        "opt/conf/cacerts",
                        "opt/eight/jre/lib/security/cacerts",
                        "opt/eleven/lib/security/jssecacerts");
        assertThat(of(NO_ENVIRONMENT, system)).as("by the usual PATH").isEqualTo(files);
    }

    @Test
    void ofNothingMakesABundleAndAStoreOfOursAlone() {
        CertificateFiles files = of(NO_ENVIRONMENT);

        assertThat(files.needsTrustStoreFlag()).isTrue();
        assertThat(files.entries())
                .containsExactly(
                        entry("etc/ssl/certs/ca-certificates.crt", 0644, 0, PemBundle.with(List.of(OURS), new byte[0])),
                        entry(
                                "etc/ssl/certs/java/cacerts",
                                0644,
                                0,
                                JavaTrustStore.of(List.of()).with(List.of(OURS)).bytes()));
    }

    @Test
    void ofABaseWithoutJavaMakesAStoreOfItsBundleAndOursWhereItsLinksLead() throws IOException {
        Blob system = new SampleLayer()
                .link("etc/ssl/certs/java", "/var/java")
                .file("etc/ssl/cert.pem", BUNDLE)
                .file("usr/sbin/update-ca-certificates", "#!/bin/sh");

        CertificateFiles files = of(NO_ENVIRONMENT, system);

        assertThat(files.needsTrustStoreFlag()).isTrue();
        assertThat(files.entries())
                .containsExactly(
                        entry("etc/ssl/cert.pem", 0644, 0, PemBundle.with(List.of(OURS), BUNDLE)),
                        single("usr/local/share/ca-certificates/corp.crt"),
                        entry("var/java/cacerts", 0644, 0, storeWithOurs()));
    }

    @Test
    void ofABaseThatHasAllWritesNothing() throws IOException {
        Blob system = new SampleLayer()
                .file("etc/ssl/certs/ca-certificates.crt", OURS.pem())
                .file("opt/java/lib/security/cacerts", storeWithOurs())
                .file("usr/local/share/ca-certificates/corp.crt", OURS.pem().replace("\n", "\r\n"))
                .folder("usr/local/share/ca-certificates");

        assertThat(of(NO_ENVIRONMENT, system)).isEqualTo(new CertificateFiles(List.of(), false));
    }

    @Test
    void ofASingleFileNeverTakesThePlaceOfAnother() throws IOException {
        Blob system = new SampleLayer()
                .folder("usr/local/share/ca-certificates")
                .file("usr/local/share/ca-certificates/corp.crt", OF_BASE.pem())
                .folder("usr/local/share/ca-certificates/corp-2.crt");
        TrustedCertificate third = SampleCertificate.trusted("corp-3", "CN=Third");

        assertThat(of(List.of(OURS, third), NO_ENVIRONMENT, system).entries())
                .extracting(LayerEntry::path)
                .contains("usr/local/share/ca-certificates/corp-3.crt", "usr/local/share/ca-certificates/corp-3-2.crt");
    }

    @Test
    void ofNoCertificatesReadsNothing() throws IOException {
        SampleLayer system = new SampleLayer().file("etc/ssl/cert.pem", BUNDLE);

        assertThat(of(List.of(), NO_ENVIRONMENT, system)).isEqualTo(new CertificateFiles(List.of(), false));
        assertThat(system.opened()).isZero();
    }

    @Test
    void ofAStoreThatCannotBeReadFails() throws IOException {
        Blob system = new SampleLayer().file("opt/java/lib/security/cacerts", "BCFKS, say");

        assertFailure(() -> of(NO_ENVIRONMENT, system))
                .hasId("certificate-store")
                .where("/opt/java/lib/security/cacerts");
    }

    private CertificateFiles of(Map<String, String> environment, Blob... layers) {
        return of(List.of(OURS), environment, layers);
    }

    private CertificateFiles of(
            List<TrustedCertificate> certificates, Map<String, String> environment, Blob... layers) {
        RuntimeConfig runtime = new RuntimeConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                environment,
                Map.of(),
                Set.of(),
                Set.of(),
                JsonObject.empty());
        ImageConfig config = new ImageConfig(
                Platform.LINUX_AMD64,
                Optional.empty(),
                Optional.empty(),
                runtime,
                List.of(),
                List.of(),
                JsonObject.empty());
        BaseImage base = new BaseImage(config, List.of(layers), true, Optional.empty());
        return CertificateLayer.of(certificates, base, store, BuildLog.SILENT);
    }

    private static byte[] storeWithOurs() {
        return JavaTrustStore.read(STORE, "").with(List.of(OURS)).bytes();
    }

    private static LayerEntry single(String path) {
        return entry(path, 0644, 0, OURS.pem().getBytes(StandardCharsets.US_ASCII));
    }

    private static LayerEntry entry(String path, int mode, long owner, byte[] bytes) {
        return new LayerEntry(path, new Content.OfBytes(bytes), mode, owner, owner, LayerEntry.DEFAULT_TIME);
    }
}
