package dev.layered.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of layers in an image, lowest first: the layers of dependencies and of natives that no rule takes, the users'
 * layers as written, snapshots, modules, resources, classes, the layers of extra files, start.
 *
 * <p>A rule may bear the name of one of the first, {@code dependencies}, {@code natives}, {@code snapshots} or {@code
 * modules}, or of a layer of extra files: then that layer has the rule's place.
 */
final class LayerOrder {

    private LayerOrder() {}

    /**
     * Returns the names of all layers that can be.
     *
     * @param named layers that files were put into by name; those that there would not be otherwise are added
     */
    static List<String> of(List<LayerRule> rules, Set<String> named) {
        List<String> written = rules.stream().map(LayerRule::name).toList();
        Set<String> extra = new LinkedHashSet<>(named);
        written.forEach(extra::remove);
        List<String> order = new ArrayList<>();
        for (StandardLayer layer : StandardLayer.values()) {
            extra.remove(layer.layerName());
        }
        for (StandardLayer layer : StandardLayer.values()) {
            if (layer == StandardLayer.START) {
                order.addAll(extra);
            }
            if (!written.contains(layer.layerName())) {
                order.add(layer.layerName());
            }
            if (layer == StandardLayer.NATIVES) {
                order.addAll(written);
            }
        }
        return order;
    }
}
