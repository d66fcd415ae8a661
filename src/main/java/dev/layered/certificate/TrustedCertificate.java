package dev.layered.certificate;

import dev.layered.image.Digest;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * A certificate that containers of an image are to trust.
 *
 * @param name what a file with it alone is called, without an ending; unique among those that were read together
 */
public record TrustedCertificate(String name, X509Certificate x509) {

    private static final String ALIAS = "layered-";
    private static final int ALIAS_DIGITS = 16;

    /** Returns the certificate in PEM form, with a line end behind its last line. */
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Der.of(x509))
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Returns its name in a Java trust store, which its bytes alone decide. */
    String alias() {
        return ALIAS + Digest.of(Der.of(x509)).hex().substring(0, ALIAS_DIGITS);
    }

    /** Returns whom it is of, the same in every Java (RFC 2253). */
    static String subject(X509Certificate x509) {
        return x509.getSubjectX500Principal().getName();
    }
}
