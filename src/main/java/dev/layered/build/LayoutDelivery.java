package dev.layered.build;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Image;
import dev.layered.layer.SideBySide;
import dev.layered.layout.ImageLayout;
import dev.layered.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings images into an image layout: layers, configs and manifests, the indexes, and the names last. */
final class LayoutDelivery {

    private final ImageLayout layout;
    private final Store store;
    private final Set<Digest> delivered = new HashSet<>();

    LayoutDelivery(ImageLayout layout, Store store) {
        this.layout = layout;
        this.store = store;
    }

    /**
     * Delivers everything that the images refer to and names them.
     *
     * @param images by their names, in the order of {@code index.json}
     * @return whether anything was written
     */
    boolean deliver(Map<String, AssembledImage> images) {
        List<Blob> rest = new ArrayList<>();
        Map<String, Descriptor> targets = new LinkedHashMap<>();
        images.forEach((name, assembled) -> {
            for (Image image : assembled.images()) {
                image.layers().forEach(layer -> addTo(rest, layer));
                addTo(rest, image.config());
                addTo(rest, image.manifest());
            }
            addTo(rest, assembled.target());
            targets.put(name, assembled.target().descriptor());
        });
        boolean changed = SideBySide.each(rest, this::isWritten).contains(true);
        changed |= layout.name(targets, delivered);
        return changed;
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
        if (layout.holds(descriptor, store.files())) {
            return false;
        }
        if (!isLinked(descriptor) && !(isFetched(blob) && isLinked(descriptor))) {
            layout.add(blob);
        }
        return true;
    }

    private boolean isLinked(Descriptor descriptor) {
        return store.blobs().linkTo(descriptor, layout.path(descriptor.digest()));
    }

    /** Whether the store has the blob once it was opened, as what a registry has comes by way of the store. */
    private boolean isFetched(Blob blob) {
        try {
            blob.open().close();
            return store.blobs().has(blob.descriptor());
        } catch (IOException e) {
            return false; // who copies it tells why
        }
    }
}
