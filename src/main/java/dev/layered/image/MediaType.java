package dev.layered.image;

import java.util.Set;
import java.util.regex.Pattern;

/** The media types we read and write (OCI image spec, media-types.md, and Docker's image manifest v2 schema 2). */
public final class MediaType {

    /** An OCI image index. */
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    /** An OCI image manifest. */
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    /** An OCI image config. */
    public static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    /** An uncompressed OCI layer. */
    public static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
    /** An OCI layer in gzip. */
    public static final String OCI_LAYER_GZIP = OCI_LAYER + "+gzip";
    /** An OCI layer in Zstandard. */
    public static final String OCI_LAYER_ZSTD = OCI_LAYER + "+zstd";
    /** An OCI layer that is not to be distributed, in gzip; it comes from the URLs of its descriptor. */
    public static final String OCI_LAYER_FOREIGN = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip";
    /** A Docker manifest list. */
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    /** A Docker image manifest. */
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    /** A Docker image config. */
    public static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
    /** A Docker layer in gzip. */
    public static final String DOCKER_LAYER_GZIP = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    /** An uncompressed Docker layer. */
    public static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";

    /** A Docker layer that is not to be distributed, in gzip. */
    public static final String DOCKER_LAYER_FOREIGN = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";

    private static final Pattern FORM =
            Pattern.compile("[\\w&&[^_]][\\w!#$&^.+-]{0,126}/[\\w&&[^_]][\\w!#$&^.+-]{0,126}");
    private static final Set<String> INDEXES = Set.of(OCI_INDEX, DOCKER_LIST);
    private static final Set<String> MANIFESTS = Set.of(OCI_MANIFEST, DOCKER_MANIFEST);
    private static final Set<String> CONFIGS = Set.of(OCI_CONFIG, DOCKER_CONFIG);

    private MediaType() {}

    /** Whether it is an image index or a manifest list. */
    public static boolean isIndex(String mediaType) {
        return INDEXES.contains(mediaType);
    }

    /** Whether it is an image manifest. */
    public static boolean isManifest(String mediaType) {
        return MANIFESTS.contains(mediaType);
    }

    /** Whether it is an image config. */
    public static boolean isConfig(String mediaType) {
        return CONFIGS.contains(mediaType);
    }

    /** Whether it has the form of a media type (RFC 6838, 4.2); of what kind a layer is, every tool may invent. */
    public static boolean isWellFormed(String mediaType) {
        return FORM.matcher(mediaType).matches();
    }

    /** Returns how a layer is compressed, in a word; empty for a kind that we do not know. */
    public static String compression(String mediaType) {
        return switch (mediaType) {
            case OCI_LAYER, DOCKER_LAYER -> "tar";
            case OCI_LAYER_GZIP, DOCKER_LAYER_GZIP -> "gzip";
            case OCI_LAYER_ZSTD -> "zstd";
            default -> "";
        };
    }
}
