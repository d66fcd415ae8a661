package dev.layered.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The order of layers in an image, lowest first: the layer of dependencies that no rule takes, the users' layers as
 * written, snapshots, modules, resources, classes, start.
 *
 * <p>A rule may bear the name of one of the first, {@code dependencies}, {@code snapshots} or {@code modules}: then that
 * layer has the rule's place.
 */
final class LayerOrder {

    private LayerOrder() {}

    /** Returns the names of all layers that can be. */
    static List<String> of(List<LayerRule> rules) {
        List<String> order = new ArrayList<>();
        List<String> written = rules.stream().map(LayerRule::name).toList();
        for (StandardLayer layer : StandardLayer.values()) {
            if (!written.contains(layer.layerName())) {
                order.add(layer.layerName());
            }
            if (layer == StandardLayer.DEPENDENCIES) {
                order.addAll(written);
            }
        }
        return order;
    }
}
