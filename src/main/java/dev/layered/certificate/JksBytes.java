package dev.layered.certificate;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.SortedMap;

/**
 * The bytes of a Java key store of the kind JKS, version 2, with certificates alone.
 *
 * <p>Java itself writes them in the order of a hash table and with the time of day, and PKCS12 with a random salt.
 */
final class JksBytes {

    /** What such a file begins with. */
    static final int MAGIC = 0xfeedfeed;

    private static final int VERSION = 2;
    private static final int TRUSTED = 2;

    /** When each entry was made: one second after the epoch, as all entries of images. */
    private static final long MILLIS = 1000;

    private JksBytes() {}

    static byte[] of(SortedMap<String, X509Certificate> certificates) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(certificates.size());
            for (Map.Entry<String, X509Certificate> entry : certificates.entrySet()) {
                byte[] der = Der.of(entry.getValue());
                out.writeInt(TRUSTED);
                out.writeUTF(entry.getKey());
                out.writeLong(MILLIS);
                out.writeUTF("X.509");
                out.writeInt(der.length);
                out.write(der);
            }
            out.write(seal(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Tells damage alone: everybody knows the password. */
    private static byte[] seal(byte[] content) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(JavaTrustStore.PASSWORD.getBytes(StandardCharsets.UTF_16BE));
            sha1.update("Mighty Aphrodite".getBytes(StandardCharsets.UTF_8));
            return sha1.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
