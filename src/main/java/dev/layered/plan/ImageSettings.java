package dev.layered.plan;

import dev.layered.image.ImageFormat;
import dev.layered.image.RuntimeConfig;
import java.util.Map;

/**
 * What configs and manifests say, beside the layers.
 *
 * @param runtime how the image is started, on top of what the base says
 * @param annotations of manifests and index
 * @param created time in config and history, RFC 3339
 * @param format the media types of all documents and layers
 */
public record ImageSettings(
        RuntimeConfig runtime, Map<String, String> annotations, String created, ImageFormat format) {}
