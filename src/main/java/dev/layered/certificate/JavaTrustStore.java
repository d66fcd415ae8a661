package dev.layered.certificate;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.store.IoReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The certificates that a Java trusts, by alias: the file {@code cacerts}. Immutable. */
public final class JavaTrustStore {

    /** The password that Java's own trust stores have, if any. */
    static final String PASSWORD = "changeit";

    private static final int JCEKS = 0xcececece;

    private final SortedMap<String, X509Certificate> certificates;

    private JavaTrustStore(SortedMap<String, X509Certificate> certificates) {
        this.certificates = Collections.unmodifiableSortedMap(certificates);
    }

    /** Returns the trust store of these certificates. */
    public static JavaTrustStore of(Collection<X509Certificate> certificates) {
        SortedMap<String, X509Certificate> all = new TreeMap<>();
        certificates.forEach(x509 -> all.put("base-" + Digest.of(Der.of(x509)).hex(), x509));
        return new JavaTrustStore(all);
    }

    /**
     * Reads a trust store in whatever form Java has them, with the usual password or none. An empty file is an empty one.
     *
     * @param file its path in the image, for messages
     * @throws LayeredFailure {@code certificate-store} if that fails, or if a private key is in it
     */
    public static JavaTrustStore read(byte[] bytes, String file) {
        SortedMap<String, X509Certificate> all = new TreeMap<>();
        if (bytes.length == 0) {
            return new JavaTrustStore(all);
        }
        try {
            KeyStore store = loaded(bytes, file);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    throw unusable(file, "a private key is in it");
                }
                if (store.getCertificate(alias) instanceof X509Certificate x509) {
                    all.put(alias, x509);
                }
            }
            return new JavaTrustStore(all);
        } catch (GeneralSecurityException e) {
            throw unusable(file, Shown.text(String.valueOf(e.getMessage())));
        }
    }

    private static KeyStore loaded(byte[] bytes, String file) throws GeneralSecurityException {
        try {
            return loaded(bytes, PASSWORD.toCharArray());
        } catch (IOException e) {
            return loadedWithoutPassword(bytes, file, e);
        }
    }

    /** Without the password, what is encrypted counts as not there: then an empty one is one that cannot be read. */
    private static KeyStore loadedWithoutPassword(byte[] bytes, String file, IOException former)
            throws GeneralSecurityException {
        try {
            KeyStore store = loaded(bytes, (char[]) null);
            if (store.size() > 0) {
                return store;
            }
        } catch (IOException e) {
            throw unusable(file, IoReason.of(e));
        }
        throw unusable(file, IoReason.of(former));
    }

    private static KeyStore loaded(byte[] bytes, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type(bytes));
        store.load(new ByteArrayInputStream(bytes), password);
        return store;
    }

    private static String type(byte[] bytes) {
        int magic = bytes.length < Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt();
        return magic == JksBytes.MAGIC ? "JKS" : magic == JCEKS ? "JCEKS" : "PKCS12";
    }

    private static LayeredFailure unusable(String file, String reason) {
        return LayeredFailure.mistake(
                "certificate-store",
                "No certificate can be added to the Java trust store " + Shown.quoted(file) + " of the base image: "
                        + reason + ".",
                Shown.text(file),
                "choose a base whose trust store is of the kind JKS or PKCS12, with the password 'changeit' or none");
    }

    /** Whether all of these are trusted. */
    public boolean hasAll(List<TrustedCertificate> wanted) {
        Set<X509Certificate> known = new HashSet<>(certificates.values());
        return wanted.stream().allMatch(certificate -> known.contains(certificate.x509()));
    }

    /** Returns a trust store that has those certificates too that this one has not. */
    public JavaTrustStore with(List<TrustedCertificate> more) {
        SortedMap<String, X509Certificate> all = new TreeMap<>(certificates);
        Set<X509Certificate> known = new HashSet<>(certificates.values());
        more.stream()
                .filter(certificate -> known.add(certificate.x509()))
                .forEach(certificate -> all.put(certificate.alias(), certificate.x509()));
        return new JavaTrustStore(all);
    }

    /** Returns the file, which every Java from 8 on reads: the same bytes for the same certificates. */
    public byte[] bytes() {
        return JksBytes.of(certificates);
    }
}
