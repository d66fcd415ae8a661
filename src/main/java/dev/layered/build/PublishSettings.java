package dev.layered.build;

import dev.layered.build.PublishedLayers.Published;
import dev.layered.image.ImageReference;
import dev.layered.registry.ImageRepository;
import dev.layered.registry.Registries;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an image is published to, and whose layers are taken for it.
 *
 * @param names the image under every tag, all of one repository; at least one
 * @param cacheFrom images whose layers may be reused, besides what the names stand for now
 * @param reuse what is taken as known
 * @param transfers blobs on their way at the same time
 */
public record PublishSettings(
        Registries registries, List<ImageReference> names, List<ImageReference> cacheFrom, Reuse reuse, int transfers) {

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

    /** Returns the repository of all names. */
    ImageRepository target() {
        return registries.target(names.get(0));
    }

    /** Returns the same without anybody's word being taken. */
    PublishSettings without() {
        return new PublishSettings(registries, names, cacheFrom, Reuse.NONE, transfers);
    }

    boolean reusesStore() {
        return reuse != Reuse.NONE;
    }

    /** Returns the images whose layers are asked for. */
    List<Published> known() {
        return reuse != Reuse.ALL
                ? List.of()
                : Stream.concat(
                                names.stream().map(name -> new Published(target(), name, true)),
                                cacheFrom.stream().map(name -> new Published(repository(name), name, false)))
                        .toList();
    }
}
