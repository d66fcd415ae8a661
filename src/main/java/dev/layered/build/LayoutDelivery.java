package dev.layered.build;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Image;
import dev.layered.layer.SideBySide;
import dev.layered.layout.ImageLayout;
import dev.layered.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Brings images into an image layout: layers, configs and manifests, the index, and the name last. */
final class LayoutDelivery {

    private final ImageLayout layout;
    private final Store store;
    private final LayerMaker maker;
    private final CompressedBase base;
    private final Set<Digest> delivered = new HashSet<>();
    private boolean changed;

    LayoutDelivery(ImageLayout layout, Store store, LayerMaker maker, CompressedBase base) {
        this.layout = layout;
        this.store = store;
        this.maker = maker;
        this.base = base;
    }

    /**
     * Delivers everything that the target refers to and names it.
     *
     * @param layers ours, of which the images hold the blobs
     * @param target the index, or the manifest of the only image
     * @return whether anything was written
     */
    boolean deliver(Collection<MadeLayer> layers, List<Image> images, Blob target, String refName) {
        layers.forEach(this::deliver);
        List<Blob> rest = new ArrayList<>();
        for (Image image : images) {
            image.layers().forEach(layer -> addTo(rest, layer));
            addTo(rest, image.config());
            addTo(rest, image.manifest());
        }
        addTo(rest, target);
        changed |= SideBySide.each(rest, this::isWritten).contains(true);
        changed |= layout.name(target.descriptor(), refName, delivered);
        return changed;
    }

    /** Links a layer out of the store, and makes it again where its stored bytes are damaged. */
    private void deliver(MadeLayer layer) {
        Descriptor descriptor = layer.layer().descriptor();
        if (!delivered.add(descriptor.digest()) || layout.holds(descriptor)) {
            return;
        }
        changed = true;
        if (!store.blobs().linkTo(descriptor, layout.path(descriptor.digest()))) {
            layout.add(maker.makeAgain(layer).blob());
        }
    }

    /** A foreign layer whose bytes are not here is passed on by its descriptor; nobody fetches it. */
    private void addTo(List<Blob> rest, Blob blob) {
        boolean isElsewhere = blob.descriptor().isForeign() && !blob.isThere();
        if (!isElsewhere && delivered.add(blob.descriptor().digest())) {
            rest.add(blob);
        }
    }

    /** Writes a blob unless it is there: linked out of the store, or from where it comes. */
    private boolean isWritten(Blob blob) {
        Descriptor descriptor = blob.descriptor();
        if (layout.holds(descriptor)) {
            return false;
        }
        if (!store.blobs().linkTo(descriptor, layout.path(descriptor.digest()))) {
            layout.add(base.maker(descriptor).map(Supplier::get).orElse(blob));
        }
        return true;
    }
}
