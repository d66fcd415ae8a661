package dev.layered.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/** Certificates as the bytes that are signed, hashed and stored (X.509, DER). */
final class Der {

    private Der() {}

    /** Returns the certificate that these bytes are, no more and no less; empty if they are none. */
    static Optional<X509Certificate> parse(byte[] bytes) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return Optional.ofNullable(factory.generateCertificate(new ByteArrayInputStream(bytes)))
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .filter(certificate -> Arrays.equals(of(certificate), bytes));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Returns the bytes of a certificate that was read. */
    static byte[] of(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was read has its bytes", e);
        }
    }
}
