package dev.layered.outcome;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import java.util.List;
import java.util.Map;

/**
 * What a run published.
 *
 * @param names the image's name under every tag, the first one first
 * @param base where the base image came from, as the user wrote it
 * @param target what the names stand for: the index, or the manifest of a single platform
 * @param platforms empty where all names stood for the image before, so that nothing was looked at
 * @param transfers by the digests of layers and configs
 * @param isNew whether any name stood for something else before
 */
public record PublishOutcome(
        List<String> names,
        String base,
        Descriptor target,
        List<PlatformOutcome> platforms,
        Map<Digest, Transfer> transfers,
        boolean isNew) {

    /** Returns the bytes of layers and configs that were sent. */
    public long sent() {
        return transfers.values().stream().mapToLong(Transfer::sent).sum();
    }
}
