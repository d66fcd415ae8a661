package dev.layered.outcome;

import dev.layered.image.Digest;
import java.util.List;
import java.util.Map;

/**
 * What a run published in one repository.
 *
 * @param image its tags are its names in the repository, the main one first
 * @param transfers by the digests of layers and configs
 * @param isNew whether any name stood for something else before
 */
public record PublishOutcome(ImageOutcome image, Map<Digest, Transfer> transfers, boolean isNew) {

    /** Returns the image's names. */
    public List<String> names() {
        return image.tags().stream().map(TagOutcome::name).toList();
    }

    /** Returns the bytes of layers and configs that were sent. */
    public long sent() {
        return transfers.values().stream().mapToLong(Transfer::sent).sum();
    }
}
