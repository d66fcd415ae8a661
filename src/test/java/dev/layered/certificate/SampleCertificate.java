package dev.layered.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.security.auth.x500.X500Principal;

/** Certificates for tests, each with a key of its own and signed by itself (RFC 5280), valid in the years 2020 to 2040. */
public final class SampleCertificate {

    static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("2040-01-01T00:00:00Z");

    /** A time at which they are valid. */
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final int SEQUENCE = 0x30;
    private static final byte[] ECDSA_WITH_SHA256 = {6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 4, 3, 2};
    private static final byte[] BASIC_CONSTRAINTS = {6, 3, 0x55, 0x1d, 0x13};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");

    private SampleCertificate() {}

    /** Makes that of a CA. */
    public static X509Certificate authority(String subject) {
        return made(subject, true);
    }

    /** Makes one that is of no CA. */
    static X509Certificate server(String subject) {
        return made(subject, false);
    }

    /** Returns the certificate under a name. */
    public static TrustedCertificate trusted(String name, String subject) {
        return new TrustedCertificate(name, authority(subject));
    }

    private static X509Certificate made(String subject, boolean isAuthority) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            KeyPair pair = keys.generateKeyPair();
            byte[] name = new X500Principal(subject).getEncoded();
            byte[] algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
            byte[] constraints = isAuthority ? new byte[] {1, 1, (byte) 0xff} : new byte[0];
            byte[] extension = der(SEQUENCE, BASIC_CONSTRAINTS, der(4, der(SEQUENCE, constraints)));
            byte[] content = der(
                    SEQUENCE,
                    der(0xa0, new byte[] {2, 1, 2}),
                    der(2, BigInteger.valueOf(System.nanoTime()).toByteArray()),
                    algorithm,
                    name,
                    der(SEQUENCE, time(FIRST), time(LAST)),
                    name,
                    pair.getPublic().getEncoded(),
                    der(0xa3, der(SEQUENCE, extension)));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(content);
            byte[] signed = der(SEQUENCE, content, algorithm, der(3, new byte[1], signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] time(Instant time) {
        return der(0x17, TIME.format(time.atOffset(ZoneOffset.UTC)).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.size() >= 0x80) {
            out.write(0x82);
            out.write(content.size() >> 8);
        }
        out.write(content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
