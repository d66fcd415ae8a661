package dev.layered.maven.parameters;

import dev.layered.certificate.CertificateSource;
import dev.layered.certificate.FoundCertificates;
import dev.layered.certificate.PemFiles;
import dev.layered.failure.Shown;
import dev.layered.maven.configuration.Reading;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The list {@code <caCertificates>}: files and folders of certificates that containers of the image trust. */
public final class CaCertificatePaths {

    private CaCertificatePaths() {}

    /**
     * Returns the certificates; none where there is a mistake. Notes {@code certificate-missing}, {@code
     * certificate-broken}, {@code certificate-key}, {@code certificate-expired} and {@code certificate-early}.
     *
     * @param paths null where the parameter is not set
     * @param project the folder that relative paths start from
     * @param now decides nothing but whether a certificate is valid
     */
    public static FoundCertificates read(List<String> paths, Path project, Instant now, Reading caCertificates) {
        List<CertificateSource> sources = new ArrayList<>();
        List<String> given = Unset.none(paths);
        for (int i = 0; i < given.size(); i++) {
            add(given.get(i).strip(), project, caCertificates.item(i), sources);
        }
        return caCertificates
                .mistakes()
                .collect(() -> PemFiles.read(sources, now))
                .orElse(FoundCertificates.NONE);
    }

    private static void add(String path, Path project, Reading item, List<CertificateSource> sources) {
        try {
            if (!path.isEmpty()) {
                sources.add(new CertificateSource(
                        project.resolve(path).normalize(), item.place().place()));
                return;
            }
        } catch (InvalidPathException e) {
            // no file can be called so, as none can be called nothing
        }
        item.mistake(
                "certificate-missing",
                "There is no file of certificates " + Shown.quoted(path) + ".",
                "name a file of certificates, or a folder of such files, relative to the project");
    }
}
