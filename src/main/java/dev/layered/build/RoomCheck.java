package dev.layered.build;

import dev.layered.base.BaseImage;
import dev.layered.base.BaseOrigin;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.layer.Layer;
import dev.layered.layout.ImageLayout;
import dev.layered.plan.FileBytes;
import dev.layered.plan.PlannedLayer;
import dev.layered.store.DiskNeed;
import dev.layered.store.Store;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the disks have room for what a build or a push is going to write at most, asked before the first layer is made.
 *
 * <p>No file is opened. How small a layer becomes nobody knows before, so the bytes of its files are the bound.
 */
final class RoomCheck {

    /** The header of an entry with a long path, and what fills its last block; folders above it are counted with it. */
    private static final long OF_ENTRY = 2_048;

    /** The end of a tar, and the frame of what compresses it. */
    private static final long OF_LAYER = 16_384;

    /** What cannot be compressed becomes longer by less than this part. */
    private static final long GROWTH = 1_000;

    private final Store store;
    private final ImageLayout layout;
    private final boolean isLinked;
    private final Collection<BaseImage> bases;

    private final Set<Digest> counted = new HashSet<>();
    private long toStore;
    private long toLayout;

    /**
     * Begins to count for a build.
     *
     * @param layout where the image is delivered; on the disk of the store its layers are links and take no room
     * @param bases those that are delivered
     */
    RoomCheck(Store store, ImageLayout layout, Collection<BaseImage> bases) {
        this.store = store;
        this.layout = layout;
        this.isLinked = store.isBeside(layout.folder());
        this.bases = bases;
    }

    /**
     * Checks the disk of the store before a push, which keeps no layers but those it makes.
     *
     * @throws dev.layered.failure.LayeredFailure {@code disk-short}
     */
    static void beforePush(Store store, List<PlannedLayer> toMake) {
        DiskNeed.check(store.need(bound(toMake)));
    }

    /**
     * Checks both disks.
     *
     * @param toMake the layers that are not stored
     * @param stored the others
     * @throws dev.layered.failure.LayeredFailure {@code disk-short}
     */
    void beforeBuild(List<PlannedLayer> toMake, List<Layer> stored) {
        long made = bound(toMake);
        toStore += made;
        toLayout += isLinked ? 0 : made;
        stored.forEach(layer -> count(layer.descriptor(), true));
        for (BaseImage base : bases) {
            boolean isFetched = base.origin().filter(BaseOrigin::isThere).isPresent();
            base.layers().stream().filter(Blob::isThere).forEach(layer -> count(layer.descriptor(), isFetched));
        }
        DiskNeed.check(store.need(toStore), DiskNeed.below(layout.folder(), toLayout));
    }

    /** A layer of a registry goes through the store; one of another layout is copied unless the store happens to have it. */
    private void count(Descriptor layer, boolean throughStore) {
        if (!counted.add(layer.digest()) || layout.has(layer)) {
            return;
        }
        boolean isStored = store.blobs().has(layer);
        toStore += throughStore && !isStored ? layer.size() : 0;
        toLayout += isLinked && (throughStore || isStored) ? 0 : layer.size();
    }

    private static long bound(List<PlannedLayer> layers) {
        return layers.stream().mapToLong(RoomCheck::bound).sum();
    }

    private static long bound(PlannedLayer layer) {
        long tar = FileBytes.of(layer) + OF_ENTRY * layer.entries().size() + OF_LAYER;
        return tar + tar / GROWTH;
    }
}
