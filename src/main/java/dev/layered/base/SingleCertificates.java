package dev.layered.base;

import dev.layered.certificate.PemBundle;
import dev.layered.certificate.TrustedCertificate;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.tar.TarEntry;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Files of one certificate each, from which the base's own tools make the bundles anew. */
final class SingleCertificates {

    private static final String ENDING = ".pem";

    private final BaseFiles files;
    private final String folder;
    private final String ending;
    private final Set<String> taken = new HashSet<>();

    private SingleCertificates(BaseFiles files, String folder, String ending) {
        this.files = files;
        this.folder = folder;
        this.ending = ending;
    }

    /** Returns the place in the base, or empty where it has no such tool. */
    static Optional<SingleCertificates> in(BaseFiles files) {
        if (files.hasFolder("etc/pki/ca-trust")) {
            return at("etc/pki/ca-trust/source/anchors", ENDING, files);
        }
        if (files.hasFolder("etc/pki/trust")) {
            return at("etc/pki/trust/anchors", ENDING, files);
        }
        boolean isDebians = files.hasFolder("usr/local/share/ca-certificates")
                || files.file("usr/sbin/update-ca-certificates").isPresent();
        return isDebians ? at("usr/local/share/ca-certificates", ".crt", files) : Optional.empty();
    }

    private static Optional<SingleCertificates> at(String folder, String ending, BaseFiles files) {
        return files.tree().follow(folder).map(real -> new SingleCertificates(files, real, ending));
    }

    /** Returns the files; none for a certificate that the base has in one of that name, and never one of the base's. */
    List<LayerEntry> entries(List<TrustedCertificate> certificates) {
        return certificates.stream()
                .flatMap(certificate -> entry(certificate).stream())
                .toList();
    }

    private Optional<LayerEntry> entry(TrustedCertificate certificate) {
        String free = path(certificate.name());
        for (int i = 2; !isFree(free); i++) {
            if (has(free, certificate)) {
                return Optional.empty();
            }
            free = path(certificate.name() + "-" + i);
        }
        taken.add(free);
        Content content = new Content.OfBytes(certificate.pem().getBytes(StandardCharsets.US_ASCII));
        return Optional.of(LayerEntry.file(free, content, false));
    }

    private String path(String name) {
        return folder + "/" + name + ending;
    }

    private boolean isFree(String path) {
        return !taken.contains(path) && files.tree().at(path).isEmpty();
    }

    private boolean has(String path, TrustedCertificate certificate) {
        Predicate<TarEntry> isIn =
                file -> PemBundle.certificates(files.read(List.of(file)).get(file.path()))
                        .contains(certificate.x509());
        return !taken.contains(path) && files.file(path).filter(isIn).isPresent();
    }
}
