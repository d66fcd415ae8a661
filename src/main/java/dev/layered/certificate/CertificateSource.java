package dev.layered.certificate;

import java.nio.file.Path;

/**
 * A file with certificates, or a folder of such files.
 *
 * @param place the element of the pom that names it, for messages
 */
public record CertificateSource(Path path, String place) {}
