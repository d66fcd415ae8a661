package dev.layered.image;

import dev.layered.json.Json;
import dev.layered.json.JsonBuilder;
import dev.layered.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one place where the records of this package become JSON and back.
 *
 * <p>Field order is fixed and nothing is added, so equal records give equal bytes and digests.
 */
public final class OciJson {

    private static final Set<String> DESCRIPTOR_FIELDS =
            Set.of("mediaType", "digest", "size", "platform", "annotations");
    private static final Set<String> MANIFEST_FIELDS =
            Set.of("schemaVersion", "mediaType", "config", "layers", "annotations");
    private static final Set<String> INDEX_FIELDS = Set.of("schemaVersion", "mediaType", "manifests", "annotations");

    private OciJson() {}

    /** Returns the manifest as a document. */
    public static Document<Manifest> document(Manifest manifest) {
        JsonObject json = head(manifest.mediaType())
                .put("config", json(manifest.config()))
                .put("layers", manifest.layers().stream().map(OciJson::json).toList())
                .putIfAny("annotations", manifest.annotations())
                .putAll(manifest.other())
                .build();
        return Document.of(manifest, manifest.mediaType(), Json.bytes(json));
    }

    /** Returns the index as a document. */
    public static Document<Index> document(Index index) {
        JsonObject json = head(index.mediaType())
                .put("manifests", index.manifests().stream().map(OciJson::json).toList())
                .putIfAny("annotations", index.annotations())
                .putAll(index.other())
                .build();
        return Document.of(index, index.mediaType(), Json.bytes(json));
    }

    /** Returns the config as a document of the given media type. */
    public static Document<ImageConfig> document(ImageConfig config, String mediaType) {
        return Document.of(config, mediaType, Json.bytes(ConfigJson.write(config)));
    }

    /** Reads an index from the bytes as they came; {@code source} is for messages. */
    public static Document<Index> index(byte[] bytes, String source) {
        JsonObject json = Json.parse(bytes, source);
        String mediaType = json.text("mediaType").orElse(MediaType.OCI_INDEX);
        Index index = new Index(
                mediaType,
                json.objects("manifests").stream().map(OciJson::descriptor).toList(),
                json.textMap("annotations"),
                json.without(INDEX_FIELDS));
        return Document.of(index, mediaType, bytes);
    }

    /** Reads a manifest from the bytes as they came; {@code source} is for messages. */
    public static Document<Manifest> manifest(byte[] bytes, String source) {
        JsonObject json = Json.parse(bytes, source);
        String mediaType = json.text("mediaType").orElse(MediaType.OCI_MANIFEST);
        Manifest manifest = new Manifest(
                mediaType,
                descriptor(json.requiredObject("config")),
                json.objects("layers").stream().map(OciJson::descriptor).toList(),
                json.textMap("annotations"),
                json.without(MANIFEST_FIELDS));
        return Document.of(manifest, mediaType, bytes);
    }

    /** Reads a config from the bytes as they came; {@code source} is for messages. */
    public static Document<ImageConfig> config(byte[] bytes, String mediaType, String source) {
        return Document.of(ConfigJson.read(Json.parse(bytes, source)), mediaType, bytes);
    }

    private static JsonBuilder head(String mediaType) {
        return JsonObject.builder().put("schemaVersion", 2L).put("mediaType", mediaType);
    }

    private static JsonObject json(Descriptor descriptor) {
        return JsonObject.builder()
                .put("mediaType", descriptor.mediaType())
                .put("digest", descriptor.digest().text())
                .put("size", descriptor.size())
                .putIfAny("platform", descriptor.platform().map(OciJson::json))
                .putIfAny("annotations", descriptor.annotations())
                .putAll(descriptor.other())
                .build();
    }

    private static JsonObject json(Platform platform) {
        return JsonObject.builder()
                .put("architecture", platform.architecture())
                .put("os", platform.os())
                .putIfAny("variant", platform.variant())
                .build();
    }

    private static Descriptor descriptor(JsonObject json) {
        Map<String, String> annotations = new LinkedHashMap<>(json.textMap("annotations"));
        return new Descriptor(
                json.requiredText("mediaType"),
                json.required("digest", Digest::parse),
                json.requiredSize("size"),
                json.object("platform").map(OciJson::platform),
                annotations,
                json.without(DESCRIPTOR_FIELDS));
    }

    private static Platform platform(JsonObject json) {
        return new Platform(
                json.requiredText("os"),
                json.requiredText("architecture"),
                json.text("variant").filter(v -> !v.isEmpty()));
    }

    /** Returns the descriptors of several images as an index of our own media type. */
    public static Index index(List<Descriptor> manifests, Map<String, String> annotations) {
        return new Index(MediaType.OCI_INDEX, manifests, annotations, JsonObject.empty());
    }
}
