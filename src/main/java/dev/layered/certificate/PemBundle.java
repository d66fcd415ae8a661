package dev.layered.certificate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of many certificates in PEM form, as systems have them. */
public final class PemBundle {

    private PemBundle() {}

    /**
     * Returns the bundle as it is with those certificates behind it that it has not, in their order. Its bytes stay as
     * they are, but for a line end where its last line has none.
     */
    public static byte[] with(List<TrustedCertificate> more, byte[] bundle) {
        Set<X509Certificate> known = certificates(bundle);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bundle);
        boolean isOpen = bundle.length > 0 && bundle[bundle.length - 1] != '\n';
        for (TrustedCertificate certificate : more) {
            if (known.add(certificate.x509())) {
                String comment = "# " + comment(TrustedCertificate.subject(certificate.x509())) + "\n";
                all.writeBytes(
                        ((isOpen ? "\n" : "") + comment + certificate.pem()).getBytes(StandardCharsets.US_ASCII));
                isOpen = false;
            }
        }
        return all.toByteArray();
    }

    /** One line that a reader of any encoding can pass over, and that no list of characters of Java's decides. */
    private static String comment(String subject) {
        StringBuilder comment = new StringBuilder();
        for (char c : subject.toCharArray()) {
            comment.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return comment.toString();
    }

    /** Returns the certificates of a bundle, each once, in its order; what is damaged in it is passed over. */
    public static Set<X509Certificate> certificates(byte[] bundle) {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        PemBlock.in(bundle).stream()
                .filter(PemBlock::isCertificate)
                .map(PemBlock::bytes)
                .flatMap(Optional::stream)
                .map(Der::parse)
                .flatMap(Optional::stream)
                .forEach(certificates::add);
        return certificates;
    }
}
