package dev.layered.image;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import java.util.Map;
import java.util.Optional;

/** The family of media types that an image is written in: the OCI's, or those of Docker's image manifest v2 schema 2. */
public enum ImageFormat {
    /** The OCI image spec, which also has annotations and any compression of layers. */
    OCI(MediaType.OCI_INDEX, MediaType.OCI_MANIFEST, MediaType.OCI_CONFIG),
    /** Docker's older format, for readers that know no other; it has no annotations. */
    DOCKER(MediaType.DOCKER_LIST, MediaType.DOCKER_MANIFEST, MediaType.DOCKER_CONFIG);

    /** The layers that both formats have a name for: Docker's name, and the OCI's. */
    private static final Map<String, String> LAYERS = Map.of(
            MediaType.DOCKER_LAYER, MediaType.OCI_LAYER,
            MediaType.DOCKER_LAYER_GZIP, MediaType.OCI_LAYER_GZIP,
            MediaType.DOCKER_LAYER_FOREIGN, MediaType.OCI_LAYER_FOREIGN);

    private final String index;
    private final String manifest;
    private final String config;

    ImageFormat(String index, String manifest, String config) {
        this.index = index;
        this.manifest = manifest;
        this.config = config;
    }

    /** Returns the media type of an index. */
    public String index() {
        return index;
    }

    /** Returns the media type of a manifest. */
    public String manifest() {
        return manifest;
    }

    /** Returns the media type of a config. */
    public String config() {
        return config;
    }

    /** Returns the annotations as far as the format has any. */
    public Map<String, String> annotations(Map<String, String> wanted) {
        return this == DOCKER ? Map.of() : wanted;
    }

    /**
     * Returns the same blob as a layer of this format.
     *
     * @throws LayeredFailure {@code format-layer} if Docker's format has no name for the layer's media type; the OCI's
     *     takes any
     */
    public Descriptor layer(Descriptor layer) {
        return new Descriptor(
                layer(layer.mediaType()),
                layer.digest(),
                layer.size(),
                layer.platform(),
                annotations(layer.annotations()),
                layer.other());
    }

    private String layer(String mediaType) {
        if (this == OCI) {
            return LAYERS.getOrDefault(mediaType, mediaType);
        }
        return dockers(mediaType)
                .orElseThrow(() -> LayeredFailure.mistake(
                        "format-layer",
                        "Docker's format has no layers of the media type " + Shown.quoted(mediaType) + ".",
                        "a layer of the base image",
                        "write the image in the OCI format: <container><format>OCI</format></container>"));
    }

    private static Optional<String> dockers(String mediaType) {
        return LAYERS.entrySet().stream()
                .filter(names ->
                        names.getKey().equals(mediaType) || names.getValue().equals(mediaType))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
