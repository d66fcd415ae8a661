package dev.layered.layout;

import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.MediaType;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;

/** Whether a document is the index or the manifest that its descriptor says, and nothing else besides. */
final class ManifestForm {

    /** Before the media types of Docker's first manifests, of 2014, which name layers by the digests of their tars. */
    private static final String SCHEMA_1 = "application/vnd.docker.distribution.manifest.v1+";

    private static final long SCHEMA = 2;

    private ManifestForm() {}

    /**
     * Whether the descriptor is one of an index or manifest; others are to be passed over (OCI image spec,
     * image-index.md).
     *
     * @throws dev.layered.failure.LayeredFailure {@code image-schema} if it is one of Docker's schema 1
     */
    static boolean isKnown(Descriptor descriptor, String place) {
        if (descriptor.mediaType().startsWith(SCHEMA_1)) {
            throw LayoutFailure.schema(place, "Docker schema 1, " + Shown.text(descriptor.mediaType()));
        }
        return MediaType.isIndex(descriptor.mediaType()) || MediaType.isManifest(descriptor.mediaType());
    }

    /**
     * Checks the document.
     *
     * @throws dev.layered.failure.LayeredFailure {@code image-schema} or {@code image-damaged}
     */
    static void check(byte[] bytes, Descriptor descriptor, String place) {
        JsonObject json = Json.parse(bytes, place);
        long schema = json.number("schemaVersion").orElse(0L);
        if (schema != SCHEMA) {
            throw LayoutFailure.schema(place, schema == 1 ? "Docker schema 1" : "schemaVersion " + schema);
        }
        boolean hasManifests = json.fields().containsKey("manifests");
        boolean hasLayers = json.fields().containsKey("layers");
        if (hasManifests == hasLayers) {
            throw LayoutFailure.image(place, "it must hold either layers or manifests");
        }
        String said = descriptor.mediaType();
        String own = json.text("mediaType").orElse(said);
        if (!own.equals(said) || MediaType.isIndex(said) != hasManifests) {
            String found = own.equals(said) ? hasManifests ? "an index" : "a manifest" : Shown.text(own);
            throw LayoutFailure.image(place, "what is called " + Shown.text(said) + " is " + found);
        }
    }
}
