package dev.layered.verify;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.failure.Shown;
import dev.layered.image.Descriptor;
import dev.layered.image.MediaType;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedEntry;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.Layer;
import dev.layered.layer.LayerKeys;
import dev.layered.layer.LayerWriter;
import dev.layered.outcome.BuildLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Makes a layer again from the record, into nothing, and compares it with what is in the image. */
final class Rebuild {

    private final Check check = new Check("rebuild");
    private final StoredLayer layer;

    private Rebuild(StoredLayer layer) {
        this.layer = layer;
    }

    /** Returns what was seen and found of a layer that is recorded. */
    static Check compare(StoredLayer layer, BuildLog log) {
        Rebuild rebuild = new Rebuild(layer);
        KeyedLayer recorded = layer.recorded().orElseThrow();
        log.writingLayer(layer.name(), recorded.files(), recorded.contentSize());
        rebuild.compare(recorded);
        return rebuild.check;
    }

    /** Compares digest and size, unless another tool compressed the layer anew, and the diffID. */
    private void compare(KeyedLayer recorded) {
        Layer again;
        try {
            again = LayerWriter.write(recorded, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LayeredFailure failure) {
            List<Problem> changed = changed(recorded);
            if (changed.isEmpty()) {
                throw failure;
            }
            changed.forEach(check::fault);
            return;
        }
        Descriptor found = layer.blob().descriptor();
        check.saw(1, "layers");
        check.sawBytes(again.descriptor().size());
        boolean sameForm = MediaType.compression(found.mediaType())
                .equals(MediaType.compression(again.descriptor().mediaType()));
        if (sameForm) {
            differ("digest", found.digest(), again.descriptor().digest());
            differ("size", found.size(), again.descriptor().size());
        }
        layer.diffIds().forEach(diffId -> differ("diffID", diffId, again.diffId()));
    }

    private void differ(String what, Object found, Object made) {
        if (!found.equals(made)) {
            check.fault(
                    "verify-rebuild",
                    "Made again, the layer has the " + what + " " + made + ", in the image it has " + found + ".",
                    layer.where(),
                    "build the image again into an empty store, e.g. with -Dlayered.cache=target/store");
        }
    }

    /** Returns a fault for each source that is no longer what it was; only asked when one of them is not. */
    private List<Problem> changed(KeyedLayer recorded) {
        List<Problem> changed = new ArrayList<>();
        for (KeyedEntry entry : recorded.entries()) {
            if (entry.entry().content() instanceof Content.OfFile source && !isUnchanged(entry, recorded)) {
                changed.add(new Problem(
                        "verify-source",
                        "The file " + Shown.quoted(source.file())
                                + " is not what it was when the image was built, so that the layer cannot be made"
                                + " again.",
                        layer.where(),
                        "build the image again, or bring the file back"));
            }
        }
        return changed;
    }

    private static boolean isUnchanged(KeyedEntry entry, KeyedLayer layer) {
        try {
            return LayerKeys.key(List.of(entry.entry()), layer.compression())
                    .entries()
                    .contains(entry);
        } catch (LayeredFailure failure) {
            return false;
        }
    }
}
