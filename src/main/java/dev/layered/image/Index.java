package dev.layered.image;

import dev.layered.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The images of several platforms under one name (OCI image spec, image-index.md).
 *
 * @param other fields we do not use, kept as they were read
 */
public record Index(String mediaType, List<Descriptor> manifests, Map<String, String> annotations, JsonObject other) {}
