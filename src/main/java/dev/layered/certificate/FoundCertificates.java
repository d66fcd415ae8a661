package dev.layered.certificate;

import dev.layered.failure.Problem;
import java.util.List;

/**
 * The certificates that were read, each once.
 *
 * @param certificates in the order of their files, and in each as it has them
 * @param warnings of what is hardly meant so
 */
public record FoundCertificates(List<TrustedCertificate> certificates, List<Problem> warnings) {

    /** No certificate. */
    public static final FoundCertificates NONE = new FoundCertificates(List.of(), List.of());
}
