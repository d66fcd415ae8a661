package dev.layered.image;

import dev.layered.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * Points to content by media type, digest and size (OCI image spec, descriptor.md).
 *
 * @param size in bytes, not negative
 * @param other fields we do not know or need, such as {@code urls}, kept as they were read
 */
public record Descriptor(
        String mediaType,
        Digest digest,
        long size,
        Optional<Platform> platform,
        Map<String, String> annotations,
        JsonObject other) {

    /** Returns a descriptor with the three required fields only. */
    public static Descriptor of(String mediaType, Digest digest, long size) {
        return new Descriptor(mediaType, digest, size, Optional.empty(), Map.of(), JsonObject.empty());
    }

    /** Returns this descriptor with a platform, as an index holds it. */
    public Descriptor on(Platform on) {
        return new Descriptor(mediaType, digest, size, Optional.of(on), annotations, other);
    }

    /** Whether the content may be had from elsewhere, as with layers of Windows that are not to be passed on. */
    public boolean isForeign() {
        return other.texts("urls").filter(urls -> !urls.isEmpty()).isPresent();
    }

    /** Returns this descriptor with other annotations. */
    public Descriptor annotated(Map<String, String> with) {
        return new Descriptor(mediaType, digest, size, platform, with, other);
    }
}
