package dev.layered.verify;

import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Image;
import dev.layered.image.Platform;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.LayerKey;
import dev.layered.record.LayerMark;
import dev.layered.record.LayerMarks;
import dev.layered.record.RecordedPlan;
import dev.layered.record.RecordedPlatform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares platforms, and names, keys and order of layers with the record, and the record with itself. */
final class RecordCheck {

    private static final String FIX =
            "build the image again; if it stays, something changes images after they are built";

    private final RecordedPlan plan;
    private final String name;
    private final Check check;

    /** {@code name} is that of the record's file. */
    RecordCheck(RecordedPlan plan, String name, Check check) {
        this.plan = plan;
        this.name = name;
        this.check = check;
    }

    /** The recorded platforms are those of the image, in the same order. */
    void platforms(List<Platform> found) {
        List<Platform> said =
                plan.platforms().stream().map(RecordedPlatform::platform).toList();
        boolean same = said.size() == found.size();
        for (int i = 0; same && i < said.size(); i++) {
            same = said.get(i).matches(found.get(i));
        }
        if (!same) {
            fault(
                    "verify-platforms",
                    "The platforms of the image are " + Shown.list(found) + ", the record says " + Shown.list(said)
                            + ".",
                    "the image index");
        }
    }

    /** Returns what the record says of a platform. */
    Optional<RecordedPlatform> of(Platform platform) {
        return plan.platforms().stream()
                .filter(recorded -> recorded.platform().matches(platform))
                .findFirst();
    }

    /** The highest layers of the image are those recorded, by name and key, in their order. */
    void layers(Image image, RecordedPlatform recorded) {
        List<Optional<LayerMark>> marks = LayerMarks.of(image);
        List<LayerMark> said = recorded.layers();
        int base = marks.size() - said.size();
        List<String> found = marks.subList(Math.max(0, base), marks.size()).stream()
                .map(mark -> mark.map(LayerMark::toString).orElse("one of another tool"))
                .toList();
        if (!found.equals(said.stream().map(LayerMark::toString).toList())) {
            fault(
                    "verify-layers",
                    "The layers above the base are " + Shown.list(found) + ", the record says " + Shown.list(said)
                            + ".",
                    "the image for " + recorded.platform());
        }
    }

    /** Each key is that of the entries that are recorded for it. */
    void keys() {
        check.saw(plan.platforms().size(), "platforms");
        check.saw(plan.layers().size(), "layers");
        plan.layers().forEach((mark, layer) -> {
            LayerKey key = LayerKey.of(layer.entries(), layer.compression());
            check.saw(layer.entries().size(), "entries");
            if (!key.equals(mark.key())) {
                fault(
                        "verify-key",
                        "The entries of the layer " + Shown.quoted(mark.name()) + " give the key " + key
                                + ", the record says " + mark.key() + ".",
                        name);
            }
        });
    }

    /**
     * Returns a warning of what a layer hides of lower ones of ours, which a plan has only where it was asked to;
     * directories may stand in many.
     */
    Optional<Problem> hidden(RecordedPlatform platform) {
        Map<String, KeyedEntry> seen = new HashMap<>();
        List<String> hidden = new ArrayList<>();
        for (LayerMark mark : platform.layers()) {
            for (KeyedEntry entry : plan.layers().get(mark).entries()) {
                KeyedEntry former = seen.put(entry.entry().path(), entry);
                if (former != null && !(isDirectory(former) && isDirectory(entry))) {
                    hidden.add("/" + entry.entry().path() + " by layer " + mark.name());
                }
            }
        }
        return hidden.isEmpty() ? Optional.empty() : Optional.of(warning(hidden));
    }

    private static boolean isDirectory(KeyedEntry entry) {
        return entry.entry().content() instanceof Content.Directory;
    }

    private Problem warning(List<String> hidden) {
        return new Problem(
                "verify-hidden",
                "Of a lower layer is hidden: " + Shown.list(hidden) + ".",
                name,
                "leave one of the two out, unless it is meant so");
    }

    private void fault(String id, String what, String where) {
        check.fault(id, what, where, FIX);
    }
}
