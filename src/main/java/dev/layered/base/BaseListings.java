package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.VerifyingInputStream;
import dev.layered.layer.LayerListing;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.BuildLog;
import dev.layered.store.IoReason;
import dev.layered.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Lists what stands in base images; a layer is read once, and what was found is kept in the store by its digest. */
final class BaseListings {

    private static final String KIND = "listing";

    private final Store store;
    private final BuildLog log;

    BaseListings(Store store, BuildLog log) {
        this.store = store;
        this.log = log;
    }

    /**
     * Returns what stands where in the image that these layers make, lowest first. A layer that cannot be read, such as
     * one in a compression of somebody's own, is warned of and counts as empty.
     */
    ImageTree tree(List<Blob> layers) {
        ImageTree tree = new ImageTree();
        SideBySide.each(layers, this::listing).forEach(listing -> listing.ifPresent(tree::add));
        return tree;
    }

    /** Whether it is known what is in the layer, so that its bytes are not needed. */
    boolean has(Descriptor layer) {
        return store.facts().read(KIND, layer.digest()).isPresent();
    }

    private Optional<LayerListing> listing(Blob layer) {
        Optional<LayerListing> known =
                store.facts().read(KIND, layer.descriptor().digest()).flatMap(LayerListing::parse);
        return known.isPresent() ? known : read(layer);
    }

    private Optional<LayerListing> read(Blob layer) {
        if (layer.descriptor().isForeign()) {
            warn(layer, "Its bytes are elsewhere.");
            return Optional.empty();
        }
        try (InputStream blob = layer.open();
                InputStream verified = new VerifyingInputStream(blob, layer.descriptor(), () -> damaged(layer))) {
            LayerListing listing = LayerListing.of(verified, layer.source());
            store.facts().write(KIND, layer.descriptor().digest(), listing.text());
            return Optional.of(listing);
        } catch (LayeredFailure failure) {
            // what another machine could read must not be left out on this one: the image would be another
            if (failure.isOutside() || !failure.problems().get(0).id().equals("layer-compression")) {
                throw failure;
            }
            warn(layer, failure.problems().get(0).what());
            return Optional.empty();
        } catch (IOException e) {
            throw LayeredFailure.outside(
                    new Problem(
                            "base-unreadable",
                            "A layer of the base image cannot be read: " + IoReason.of(e) + ".",
                            Shown.text(layer.source()),
                            "make the base image readable for the user who builds"),
                    e);
        }
    }

    private void warn(Blob layer, String reason) {
        log.warning("The layer " + layer.descriptor().digest() + " of the base image cannot be listed. " + reason
                + " Folders that it alone has get mode 0755 and owner 0:0 where the image writes below them.");
    }

    private static LayeredFailure damaged(Blob layer) {
        return LayeredFailure.outside(
                new Problem(
                        "base-layer",
                        "A layer of the base image is damaged: its bytes are not those of "
                                + layer.descriptor().digest() + ".",
                        Shown.text(layer.source()),
                        "make or fetch the base image again"),
                null);
    }
}
