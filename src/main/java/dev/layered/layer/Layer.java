package dev.layered.layer;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;

/**
 * A layer whose bytes are made.
 *
 * @param descriptor of the blob as it is stored and sent
 * @param diffId the digest of the uncompressed tar
 */
public record Layer(LayerKey key, Descriptor descriptor, Digest diffId) {}
