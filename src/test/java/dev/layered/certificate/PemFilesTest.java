package dev.layered.certificate;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.failure.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PemFilesTest {

    private static final X509Certificate ROOT = SampleCertificate.authority("CN=Root, O=Corporation");
    private static final X509Certificate OTHER = SampleCertificate.authority("CN=Other");

    @TempDir
    Path folder;

    @Test
    void readTakesAllCertificatesOfAFileAndPassesOverWhatIsBetween() throws IOException {
        String text =
                "\ufeffBag Attributes\r\n  friendlyName: x\r\n" + pem(ROOT).replace("\n", "\r\n")
                        + "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n" + pem(OTHER);
        Path file = write("corp ca.pem", text);

        FoundCertificates found = read(file);

        assertThat(found.certificates())
                .containsExactly(new TrustedCertificate("corp-ca-1", ROOT), new TrustedCertificate("corp-ca-2", OTHER));
        assertThat(found.warnings()).isEmpty();
    }

    @Test
    void readOfAFolderTakesItsFilesByNameAndEachCertificateOnce() throws IOException {
        Path certificates =
                Files.createDirectories(folder.resolve("certs/deeper.pem")).getParent();
        Files.writeString(certificates.resolve("b.crt"), pem(ROOT) + pem(OTHER));
        Files.writeString(certificates.resolve("a.CER"), pem(ROOT));
        Files.writeString(certificates.resolve(".hidden.pem"), "none");
        Files.writeString(certificates.resolve("readme.txt"), "none");

        assertThat(read(certificates, certificates.resolve("b.crt")).certificates())
                .containsExactly(new TrustedCertificate("a", ROOT), new TrustedCertificate("b-2", OTHER));
    }

    @Test
    void readGivesFilesOfOneNameNamesOfTheirOwn() throws IOException {
        Files.createDirectories(folder.resolve("x"));

        List<TrustedCertificate> found =
                read(write("ca.pem", pem(ROOT)), write("x/ca.crt", pem(OTHER))).certificates();

        assertThat(found).extracting(TrustedCertificate::name).containsExactly("ca", "ca-2");
    }

    @Test
    void readOfNothingTellsAllThatIsMissing() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path none = folder.resolve("none.pem");
        String fix = "name a file of certificates, or a folder of such files, relative to the project";

        FailureAssert failure = assertFailure(() -> read(none, empty));

        failure.hasIds("certificate-missing", "certificate-missing").isMistake();
        failure.problem(0)
                .what("There is no file of certificates '" + none + "'.")
                .where("<caCertificates>")
                .fix(fix);
        failure.problem(1)
                .what("The folder of certificates '" + empty + "' has no file that ends with .pem, .crt or .cer.")
                .where("<caCertificates>")
                .fix(fix);
    }

    @Test
    void readOfDerTellsHowToConvertIt() throws IOException {
        Path file = Files.write(folder.resolve("corp.cer"), Der.of(ROOT));

        assertFailure(() -> read(file))
                .hasId("certificate-broken")
                .what("The file 'corp.cer' is a certificate in DER form, not in PEM form.")
                .where(file.toString())
                .fix("put in its place what this writes: openssl x509 -inform der -in '" + file + "' -out '" + file
                        + ".pem'");
    }

    @Test
    void readOfAFileWithoutCertificatesFails() throws IOException {
        Path file = write("notes.pem", "nothing\n-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");

        assertFailure(() -> read(file))
                .hasId("certificate-broken")
                .what("The file 'notes.pem' holds no certificate.")
                .where(file.toString())
                .fix("name one in PEM form, which begins with -----BEGIN CERTIFICATE-----");
    }

    @Test
    void readOfDamagedBlocksTellsEachWithItsLine() throws IOException {
        String begin = "-----BEGIN CERTIFICATE-----\n";
        String end = "-----END CERTIFICATE-----\n";
        Path file = write("corp.pem", "\n" + begin + "AA*A\n" + end + begin + "AAAA\n" + end + pem(ROOT) + begin);
        int last = (int) Files.readString(file).lines().count();

        FailureAssert failure = assertFailure(() -> read(file));

        failure.hasIds("certificate-broken", "certificate-broken", "certificate-broken");
        failure.problem(0)
                .what("Certificate 1 of the file 'corp.pem' is damaged: its Base64 is none.")
                .where(file + ":2")
                .fix("copy it again, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----");
        failure.problem(1)
                .what("Certificate 2 of the file 'corp.pem' is damaged: what is in it is no certificate.")
                .where(file + ":5");
        failure.problem(2)
                .what("Certificate 4 of the file 'corp.pem' is damaged: it has no end.")
                .where(file + ":" + last);
    }

    @Test
    void readOfATrustedCertificateTellsHowToWriteItWithoutSettings() throws IOException {
        Path file = write("corp.pem", pem(ROOT).replace(" CERTIFICATE", " TRUSTED CERTIFICATE"));

        assertFailure(() -> read(file))
                .hasId("certificate-broken")
                .what("Certificate 1 of the file 'corp.pem' is a TRUSTED CERTIFICATE, with settings that only OpenSSL"
                        + " knows.")
                .where(file + ":1")
                .fix("put in its place what this writes of it: openssl x509 -in '" + file + "' -out '" + file
                        + ".pem'");
    }

    @Test
    void readOfAPrivateKeyFailsAndShowsNothingOfIt() throws IOException, NoSuchAlgorithmException {
        byte[] key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String secret = Base64.getEncoder().encodeToString(key);
        Path file = write(
                "server.pem", pem(ROOT) + "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
        long line = pem(ROOT).lines().count() + 1;

        assertFailure(() -> read(file))
                .hasId("certificate-key")
                .what("The file 'server.pem' holds a private key, which is not to be in an image.")
                .where(file + ":" + line)
                .fix("name a file with the certificates alone; nothing of this one was taken");
        assertThat(PemBlock.in(Files.readAllBytes(file)).toString()).doesNotContain(secret.substring(20, 40));
    }

    @Test
    void readOfAKeyAloneTellsNothingElse() throws IOException {
        assertFailure(() -> read(write("k.pem", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n")))
                .hasId("certificate-key");
    }

    @Test
    void readWhenACertificateIsNoLongerOrNotYetValidFails() throws IOException {
        Path file = write("corp.pem", pem(ROOT));
        Instant late = SampleCertificate.LAST.plusSeconds(1);
        Instant early = SampleCertificate.FIRST.minusSeconds(1);

        assertFailure(() -> read(late, file))
                .hasId("certificate-expired")
                .what("The certificate 'CN=Root,O=Corporation' was valid until 2040-01-01T00:00:00Z.")
                .where(file + ":1")
                .fix("put its successor in its place, or take it out");
        assertFailure(() -> read(early, file))
                .hasId("certificate-early")
                .what("The certificate 'CN=Root,O=Corporation' is valid from 2020-01-01T00:00:00Z on.")
                .where(file + ":1")
                .fix("set the clock of this machine, or take the certificate out until then");
        assertThat(read(SampleCertificate.LAST, file)).isEqualTo(read(SampleCertificate.FIRST, file));
    }

    @Test
    void readOfACertificateThatIsNoCaWarns() throws IOException {
        Path file = write("server.pem", pem(SampleCertificate.server("CN=server")));

        FoundCertificates found = read(file);

        assertThat(found.certificates()).hasSize(1);
        assertThat(found.warnings())
                .containsExactly(new Problem(
                        "certificate-no-ca",
                        "The certificate 'CN=server' is none of a CA, so that it vouches for nobody but itself.",
                        file + ":1",
                        "name the certificate of the CA that signed it"));
    }

    @Test
    void readOfAHugeFileFails() throws IOException {
        Path file = Files.write(folder.resolve("huge.pem"), new byte[(1 << 24) + 1]);

        assertFailure(() -> read(file))
                .hasId("certificate-broken")
                .what("The file 'huge.pem' is larger than 16 MB.")
                .where(file.toString())
                .fix("name a file with certificates alone");
    }

    private static FoundCertificates read(Path... files) {
        return read(SampleCertificate.NOW, files);
    }

    private static FoundCertificates read(Instant now, Path... files) {
        return PemFiles.read(
                Stream.of(files)
                        .map(file -> new CertificateSource(file, "<caCertificates>"))
                        .toList(),
                now);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String pem(X509Certificate certificate) {
        return new TrustedCertificate("", certificate).pem();
    }
}
