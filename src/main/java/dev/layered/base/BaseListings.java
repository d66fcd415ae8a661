package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.layer.LayerListing;
import dev.layered.layer.SideBySide;
import dev.layered.outcome.BuildLog;
import dev.layered.store.Store;
import java.util.List;
import java.util.Optional;

/** Lists what stands in base images; a layer is read once, and what was found is kept in the store by its digest. */
final class BaseListings {

    private static final String KIND = "listing";

    private final Store store;
    private final BuildLog log;

    /**
     * What is known of a layer.
     *
     * @param reason why there is no listing, where there is none: a sentence
     */
    private record Listed(Blob layer, Optional<LayerListing> listing, String reason) {}

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
        for (Listed listed : SideBySide.each(layers, this::listed)) {
            listed.listing().ifPresentOrElse(tree::add, () -> warn(listed));
        }
        return tree;
    }

    /**
     * Returns what each layer has, for who must know all of them.
     *
     * @param needed what it is for, to go on with "so that", for messages
     * @throws LayeredFailure {@code base-unlisted} if one cannot be read
     */
    List<LayerListing> each(List<Blob> layers, String needed) {
        return SideBySide.each(layers, this::listed).stream()
                .map(listed -> listed.listing().orElseThrow(() -> unlisted(listed, needed)))
                .toList();
    }

    /** Whether it is known what is in the layer, so that its bytes are not needed. */
    boolean has(Descriptor layer) {
        return store.facts().read(KIND, layer.digest()).isPresent();
    }

    private Listed listed(Blob layer) {
        Optional<LayerListing> known =
                store.facts().read(KIND, layer.descriptor().digest()).flatMap(LayerListing::parse);
        return known.isPresent() ? new Listed(layer, known, "") : read(layer);
    }

    private Listed read(Blob layer) {
        if (layer.descriptor().isForeign()) {
            return new Listed(layer, Optional.empty(), "Its bytes are elsewhere.");
        }
        try {
            LayerListing listing = BaseLayer.read(layer, blob -> LayerListing.of(blob, layer.source()));
            store.facts().write(KIND, layer.descriptor().digest(), listing.text());
            return new Listed(layer, Optional.of(listing), "");
        } catch (LayeredFailure failure) {
            // what another machine could read must not be left out on this one: the image would be another
            if (failure.isOutside() || !failure.problems().get(0).id().equals("layer-compression")) {
                throw failure;
            }
            return new Listed(layer, Optional.empty(), failure.problems().get(0).what());
        }
    }

    private void warn(Listed listed) {
        log.warning("The layer " + listed.layer().descriptor().digest() + " of the base image cannot be listed. "
                + listed.reason()
                + " Folders that it alone has get mode 0755 and owner 0:0 where the image writes below them.");
    }

    private static LayeredFailure unlisted(Listed listed, String needed) {
        return LayeredFailure.mistake(
                "base-unlisted",
                "A layer of the base image cannot be read, so that " + needed + ": "
                        + listed.layer().descriptor().digest() + ". " + listed.reason(),
                Shown.text(listed.layer().source()),
                "pack the base image again with gzip, e.g. by skopeo copy --dest-compress-format gzip, or choose another");
    }
}
