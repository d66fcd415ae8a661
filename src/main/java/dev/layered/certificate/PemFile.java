package dev.layered.certificate;

import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the certificates of one file, and notes what is wrong with it. */
final class PemFile {

    private static final int LARGEST = 1 << 24;

    private final Path file;
    private final Mistakes mistakes;

    /**
     * A certificate and where it stands.
     *
     * @param number of the certificate in its file, from 1
     * @param of how many the file has
     */
    record Located(X509Certificate x509, Path file, int line, int number, int of) {

        String where() {
            return PemFile.where(file, line);
        }
    }

    PemFile(Path file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** Returns the certificates; notes {@code certificate-missing}, {@code certificate-broken}, {@code certificate-key}. */
    List<Located> read() {
        Optional<byte[]> bytes = bytes();
        if (bytes.isEmpty()) {
            return List.of();
        }
        if (Der.parse(bytes.get()).isPresent()) {
            broken(
                    Shown.text(file.toString()),
                    "The file " + name() + " is a certificate in DER form, not in PEM form.",
                    "put in its place what this writes: openssl x509 -inform der -in " + Shown.quoted(file) + " -out "
                            + Shown.quoted(file + ".pem"));
            return List.of();
        }
        List<PemBlock> blocks = PemBlock.in(bytes.get());
        blocks.stream().filter(PemBlock::isKey).forEach(this::key);
        List<PemBlock> certificates = blocks.stream()
                .filter(block -> block.isCertificate() || block.isTrusted())
                .toList();
        if (certificates.isEmpty() && blocks.stream().noneMatch(PemBlock::isKey)) {
            broken(
                    Shown.text(file.toString()),
                    "The file " + name() + " holds no certificate.",
                    "name one in PEM form, which begins with -----BEGIN CERTIFICATE-----");
        }
        List<Located> read = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            int number = i + 1;
            PemBlock block = certificates.get(i);
            parsed(block, number)
                    .ifPresent(x509 -> read.add(new Located(x509, file, block.line(), number, certificates.size())));
        }
        return read;
    }

    private Optional<byte[]> bytes() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return Optional.of(bytes);
            }
            broken(
                    Shown.text(file.toString()),
                    "The file " + name() + " is larger than 16 MB.",
                    "name a file with certificates alone");
        } catch (IOException e) {
            mistakes.add(new Problem(
                    "certificate-missing",
                    "The file " + name() + " cannot be read: " + IoReason.of(e) + ".",
                    Shown.text(file.toString()),
                    "make it readable for the user who builds"));
        }
        return Optional.empty();
    }

    private Optional<X509Certificate> parsed(PemBlock block, int number) {
        if (block.isTrusted()) {
            broken(
                    where(file, block.line()),
                    "Certificate " + number + " of the file " + name()
                            + " is a TRUSTED CERTIFICATE, with settings that only OpenSSL knows.",
                    "put in its place what this writes of it: openssl x509 -in " + Shown.quoted(file) + " -out "
                            + Shown.quoted(file + ".pem"));
            return Optional.empty();
        }
        Optional<byte[]> bytes = block.bytes();
        Optional<X509Certificate> x509 = bytes.filter(any -> block.isWhole()).flatMap(Der::parse);
        if (x509.isEmpty()) {
            String reason = !block.isWhole()
                    ? "it has no end"
                    : bytes.isEmpty() ? "its Base64 is none" : "what is in it is no certificate";
            broken(
                    where(file, block.line()),
                    "Certificate " + number + " of the file " + name() + " is damaged: " + reason + ".",
                    "copy it again, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----");
        }
        return x509;
    }

    private void key(PemBlock block) {
        mistakes.add(new Problem(
                "certificate-key",
                "The file " + name() + " holds a private key, which is not to be in an image.",
                where(file, block.line()),
                "name a file with the certificates alone; nothing of this one was taken"));
    }

    private void broken(String where, String what, String fix) {
        mistakes.add(new Problem("certificate-broken", what, where, fix));
    }

    private String name() {
        return Shown.quoted(file.getFileName());
    }

    private static String where(Path file, int line) {
        return Shown.text(file.toString()) + ":" + line;
    }
}
