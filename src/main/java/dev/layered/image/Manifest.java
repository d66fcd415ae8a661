package dev.layered.image;

import dev.layered.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The image of one platform: a config and layers, lowest first (OCI image spec, manifest.md).
 *
 * @param other fields we do not use, kept as they were read
 */
public record Manifest(
        String mediaType,
        Descriptor config,
        List<Descriptor> layers,
        Map<String, String> annotations,
        JsonObject other) {}
