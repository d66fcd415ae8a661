package dev.layered.image;

import dev.layered.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The config of the image of one platform (OCI image spec, config.md).
 *
 * @param created RFC 3339 time, as it was read
 * @param diffIds digests of the uncompressed layers, lowest first
 * @param other fields we do not use ourselves, such as {@code os.version}, kept as they were read
 */
public record ImageConfig(
        Platform platform,
        Optional<String> created,
        Optional<String> author,
        RuntimeConfig runtime,
        List<Digest> diffIds,
        List<History> history,
        JsonObject other) {

    /** Returns the config of an image without layers. */
    public static ImageConfig scratch(Platform platform) {
        return new ImageConfig(
                platform,
                Optional.empty(),
                Optional.empty(),
                RuntimeConfig.NONE,
                List.of(),
                List.of(),
                JsonObject.empty());
    }
}
