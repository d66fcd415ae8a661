package dev.layered.plan;

import dev.layered.certificate.TrustedCertificate;
import dev.layered.image.Platform;
import dev.layered.layer.LayerEntry;
import java.util.List;
import java.util.Map;

/**
 * Whom containers of an image trust besides whom the base image trusts.
 *
 * @param certificates of authorities, in the order in which they are written
 * @param files that say so, for each platform; none before its base image is known
 */
public record Trust(List<TrustedCertificate> certificates, Map<Platform, List<LayerEntry>> files) {

    /** Nobody else. */
    public static final Trust NONE = new Trust(List.of(), Map.of());

    /** Returns the same trust, of which it is known what it needs in an image. */
    public Trust in(Map<Platform, List<LayerEntry>> known) {
        return new Trust(certificates, known);
    }

    List<PlacedFile> files(Platform platform) {
        String layer = StandardLayer.CA_CERTIFICATES.layerName();
        return files.getOrDefault(platform, List.of()).stream()
                .map(entry -> new PlacedFile(layer, entry, "<caCertificates>", false))
                .toList();
    }
}
