package dev.layered.build;

import dev.layered.image.Blob;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.LayerKey;
import dev.layered.outcome.LayerOrigin;
import dev.layered.outcome.LayerOutcome;
import dev.layered.plan.PlannedLayer;

/** A planned layer of which it is known what it is; {@code blob} reads its bytes or makes them. */
record MadeLayer(PlannedLayer planned, KeyedLayer keyed, Layer layer, LayerOrigin origin, Blob blob) {

    LayerKey key() {
        return keyed.key();
    }

    LayerOutcome outcome() {
        return new LayerOutcome(
                planned.name(),
                key().digest().text(),
                keyed.files(),
                keyed.contentSize(),
                layer.descriptor(),
                layer.diffId(),
                origin);
    }
}
