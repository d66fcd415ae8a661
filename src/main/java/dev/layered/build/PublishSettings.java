package dev.layered.build;

import dev.layered.image.ImageReference;
import dev.layered.plan.ImageName;
import dev.layered.registry.ImageRepository;
import dev.layered.registry.Registries;
import java.util.List;

/**
 * How images are published, and whose layers are taken for them.
 *
 * @param cacheFrom images whose layers may be reused, besides what the images' names stand for now
 * @param reuse what is taken as known
 * @param transfers blobs on their way at the same time
 */
public record PublishSettings(Registries registries, List<ImageReference> cacheFrom, Reuse reuse, int transfers) {

    /** Whose word is taken for what a layer key stands for. */
    public enum Reuse {
        /** The local store's, the target's, and that of the images to take from. */
        ALL,
        /** The local store's. */
        STORE,
        /** Nobody's: every layer is made. */
        NONE
    }

    ImageRepository repository(ImageReference reference) {
        return registries.repository(reference);
    }

    /** Returns the repository that is published to under these names. */
    ImageRepository target(List<ImageName> names) {
        return registries.target(ImageReference.parse(names.get(0).reference()));
    }

    /** Returns the same without anybody's word being taken. */
    PublishSettings without() {
        return new PublishSettings(registries, cacheFrom, Reuse.NONE, transfers);
    }

    boolean reusesStore() {
        return reuse != Reuse.NONE;
    }
}
