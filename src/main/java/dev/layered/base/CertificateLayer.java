package dev.layered.base;

import dev.layered.certificate.JavaTrustStore;
import dev.layered.certificate.PemBundle;
import dev.layered.certificate.TrustedCertificate;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.outcome.BuildLog;
import dev.layered.store.Store;
import dev.layered.tar.TarEntry;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds certificates to those that a base image trusts, at every place where its programs look for them.
 *
 * <p>What the base has there stays; its links stay links, and the file they lead to is written. Not thread-safe.
 */
public final class CertificateLayer {

    /** Where Java finds its certificates in an image whose base has no trust store for it. */
    public static final String TRUST_STORE = "/etc/ssl/certs/java/cacerts";

    private static final String USUAL_BUNDLE = "etc/ssl/certs/ca-certificates.crt";

    private static final List<String> BUNDLES = List.of(
            USUAL_BUNDLE,
            "etc/pki/tls/certs/ca-bundle.crt",
            "etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "etc/ssl/ca-bundle.pem",
            "var/lib/ca-certificates/ca-bundle.pem",
            "etc/ssl/cert.pem");

    private final List<TrustedCertificate> certificates;
    private final BaseFiles files;
    private final SortedMap<String, LayerEntry> entries = new TreeMap<>();

    private CertificateLayer(List<TrustedCertificate> certificates, BaseFiles files) {
        this.certificates = certificates;
        this.files = files;
    }

    /**
     * Returns what to put on the base. Nothing for what the base has already, and nothing at all for no certificates.
     *
     * @param certificates in the order in which they are written
     * @throws dev.layered.failure.LayeredFailure {@code base-unlisted}, {@code base-file-large}, {@code base-layer} or
     *     {@code base-unreadable} if the base cannot be read, {@code certificate-store} if a trust store of its cannot be added to
     */
    public static CertificateFiles of(
            List<TrustedCertificate> certificates, BaseImage base, Store store, BuildLog log) {
        if (certificates.isEmpty()) {
            return new CertificateFiles(List.of(), false);
        }
        String needed = "nobody knows which certificates it trusts";
        BaseFiles files = BaseFiles.in(base.layers(), needed, store, log);
        CertificateLayer layer = new CertificateLayer(certificates, files);
        boolean hasJava = layer.add(base.config().runtime().environment());
        layer.entries.keySet().forEach(path -> log.detail("CA certificates: /" + path));
        return new CertificateFiles(List.copyOf(layer.entries.values()), !hasJava);
    }

    /** Returns whether a Java of the base has a trust store. */
    private boolean add(Map<String, String> environment) {
        JavaStores found = new JavaStores(files, environment);
        List<TarEntry> ofJava = found.ofJava();
        Set<TarEntry> bundles = new LinkedHashSet<>();
        BUNDLES.forEach(path -> files.file(path).ifPresent(bundles::add));
        Set<TarEntry> stores = new LinkedHashSet<>(ofJava);
        stores.addAll(found.ofSystem());
        Set<TarEntry> all = new LinkedHashSet<>(bundles);
        all.addAll(stores);
        Map<String, byte[]> contents = files.read(all);

        bundles.forEach(file -> addToBundle(file, contents.get(file.path())));
        stores.forEach(file -> addToStore(file, contents.get(file.path())));
        if (bundles.isEmpty()) {
            make(USUAL_BUNDLE, PemBundle.with(certificates, new byte[0]));
        }
        if (ofJava.isEmpty() && files.file(TRUST_STORE).isEmpty()) {
            Set<X509Certificate> ofBase = bundles.stream()
                    .findFirst()
                    .map(file -> PemBundle.certificates(contents.get(file.path())))
                    .orElse(Set.of());
            make(TRUST_STORE, JavaTrustStore.of(ofBase).with(certificates).bytes());
        }
        SingleCertificates.in(files)
                .ifPresent(single -> single.entries(certificates).forEach(entry -> entries.put(entry.path(), entry)));
        return !ofJava.isEmpty();
    }

    private void addToBundle(TarEntry file, byte[] former) {
        byte[] bundle = PemBundle.with(certificates, former);
        if (!Arrays.equals(bundle, former)) {
            replace(file, bundle);
        }
    }

    private void addToStore(TarEntry file, byte[] former) {
        JavaTrustStore store = JavaTrustStore.read(former, "/" + file.path());
        if (!store.hasAll(certificates)) {
            replace(file, store.with(certificates).bytes());
        }
    }

    private void replace(TarEntry file, byte[] bytes) {
        entries.put(
                file.path(),
                new LayerEntry(
                        file.path(),
                        new Content.OfBytes(bytes),
                        file.mode(),
                        file.owner().uid(),
                        file.owner().gid(),
                        LayerEntry.DEFAULT_TIME));
    }

    private void make(String path, byte[] bytes) {
        String real = files.tree().resolve(path);
        entries.put(real, LayerEntry.file(real, new Content.OfBytes(bytes), false));
    }
}
