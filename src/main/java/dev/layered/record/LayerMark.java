package dev.layered.record;

import dev.layered.image.History;
import dev.layered.layer.LayerKey;
import java.util.Optional;

/**
 * What names a layer of ours, in the record of a plan and in the history of an image: layers of one key may have
 * different names on different platforms.
 */
public record LayerMark(String name, LayerKey key) {

    private static final String NAME = "layered ";

    /** Before the key in the comment; copies of an image keep it in both formats. */
    private static final String KEY = "dev.layered.key=";

    /** Returns the history entry of the layer. */
    public History history(String created) {
        return new History(
                Optional.of(created),
                Optional.of(NAME + name),
                Optional.empty(),
                Optional.of(KEY + key.digest().text()),
                false);
    }

    /** Returns what a history entry names; nothing where it is of no layer of ours. */
    public static Optional<LayerMark> of(History history) {
        Optional<String> name = after(NAME, history.createdBy());
        Optional<LayerKey> key = after(KEY, history.comment()).flatMap(LayerMark::key);
        return name.isEmpty() || key.isEmpty() || history.emptyLayer()
                ? Optional.empty()
                : Optional.of(new LayerMark(name.get(), key.get()));
    }

    private static Optional<LayerKey> key(String text) {
        return text.matches("sha256:[0-9a-f]{64}") ? Optional.of(LayerKey.parse(text)) : Optional.empty();
    }

    private static Optional<String> after(String prefix, Optional<String> text) {
        return text.filter(t -> t.startsWith(prefix)).map(t -> t.substring(prefix.length()));
    }

    /** Returns name and key for people. */
    @Override
    public String toString() {
        return name + " (" + key.digest().shortHex() + ")";
    }
}
