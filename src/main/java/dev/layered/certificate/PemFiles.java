package dev.layered.certificate;

import dev.layered.certificate.PemFile.Located;
import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Mistakes;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.store.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads certificates from files in PEM form, and from folders of them. Not thread-safe. */
public final class PemFiles {

    /** What of a folder is read; not what begins with a dot, as with a star in a shell. */
    private static final Pattern OF_FOLDER = Pattern.compile("[^.].*\\.(pem|crt|cer)");

    /** From here on a certificate can say whether it is a CA's. */
    private static final int VERSION_THREE = 3;

    private final Instant now;
    private final Mistakes mistakes = new Mistakes();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<TrustedCertificate> found = new ArrayList<>();
    private final Set<X509Certificate> seen = new HashSet<>();
    private final CertificateNames names = new CertificateNames();

    private PemFiles(Instant now) {
        this.now = now;
    }

    /**
     * Returns the certificates of all files, each once. Of a folder the files that end with {@code .pem}, {@code .crt} or
     * {@code .cer} are read, by name, and no folder in it.
     *
     * @param now decides nothing but whether a certificate is valid
     * @throws LayeredFailure all of {@code certificate-missing}, {@code certificate-broken}, {@code certificate-key},
     *     {@code certificate-expired} and {@code certificate-early} that there are
     */
    public static FoundCertificates read(List<CertificateSource> sources, Instant now) {
        PemFiles files = new PemFiles(now);
        sources.forEach(files::read);
        files.mistakes.throwIfAny();
        return new FoundCertificates(List.copyOf(files.found), List.copyOf(files.warnings));
    }

    private void read(CertificateSource source) {
        for (Path file : files(source)) {
            new PemFile(file, mistakes).read().forEach(this::add);
        }
    }

    private List<Path> files(CertificateSource source) {
        if (Files.isRegularFile(source.path())) {
            return List.of(source.path());
        }
        if (!Files.isDirectory(source.path())) {
            missing(source, "There is no file of certificates " + Shown.quoted(source.path()) + ".");
            return List.of();
        }
        try (Stream<Path> all = Files.list(source.path())) {
            List<Path> files = all.filter(PemFiles::isOfFolder)
                    .sorted(Comparator.comparing(PemFiles::name))
                    .toList();
            if (files.isEmpty()) {
                missing(
                        source,
                        "The folder of certificates " + Shown.quoted(source.path())
                                + " has no file that ends with .pem, .crt or .cer.");
            }
            return files;
        } catch (IOException e) {
            missing(
                    source,
                    "The folder of certificates " + Shown.quoted(source.path()) + " cannot be read: " + IoReason.of(e)
                            + ".");
            return List.of();
        }
    }

    private static boolean isOfFolder(Path file) {
        return OF_FOLDER.matcher(name(file).toLowerCase(Locale.ROOT)).matches() && Files.isRegularFile(file);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void missing(CertificateSource source, String what) {
        mistakes.add(new Problem(
                "certificate-missing",
                what,
                source.place(),
                "name a file of certificates, or a folder of such files, relative to the project"));
    }

    private void add(Located located) {
        X509Certificate x509 = located.x509();
        if (!seen.add(x509)) {
            return;
        }
        check(located);
        String number = located.of() > 1 ? "-" + located.number() : "";
        found.add(new TrustedCertificate(names.of(name(located.file()), number), x509));
    }

    private void check(Located located) {
        X509Certificate x509 = located.x509();
        String subject = "The certificate " + Shown.quoted(TrustedCertificate.subject(x509));
        Instant first = x509.getNotBefore().toInstant();
        Instant last = x509.getNotAfter().toInstant();
        if (now.isAfter(last)) {
            mistakes.add(new Problem(
                    "certificate-expired",
                    subject + " was valid until " + last + ".",
                    located.where(),
                    "put its successor in its place, or take it out"));
        }
        if (now.isBefore(first)) {
            mistakes.add(new Problem(
                    "certificate-early",
                    subject + " is valid from " + first + " on.",
                    located.where(),
                    "set the clock of this machine, or take the certificate out until then"));
        }
        if (x509.getBasicConstraints() < 0 && x509.getVersion() >= VERSION_THREE) {
            warnings.add(new Problem(
                    "certificate-no-ca",
                    subject + " is none of a CA, so that it vouches for nobody but itself.",
                    located.where(),
                    "name the certificate of the CA that signed it"));
        }
    }
}
