package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Digest;
import dev.layered.store.KnownFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Completes the entries of a layer and finds its key, by reading each file that is not known. */
public final class LayerKeys {

    private LayerKeys() {}

    /** Returns the same as the other, and reads every file. */
    public static KeyedLayer key(List<LayerEntry> entries, Compression compression) {
        return key(entries, compression, KnownFiles.NONE);
    }

    /**
     * Returns the layer of these entries in any order: sorted, with missing parent directories, each path once.
     *
     * @throws LayeredFailure {@code entry-twice} if two entries of one path differ, {@code entry-parent} if something is
     *     below a file or link, {@code file-kind} or {@code file-read} if a file cannot be read
     */
    public static KeyedLayer key(List<LayerEntry> entries, Compression compression, KnownFiles known) {
        Map<Content.OfFile, KeyedEntry> files = new HashMap<>();
        List<KeyedEntry> keyed = new ArrayList<>();
        for (LayerEntry entry : ParentDirectories.complete(entries)) {
            KeyedEntry next = keyed(entry, files, known);
            KeyedEntry last = keyed.isEmpty() ? null : keyed.get(keyed.size() - 1);
            if (last == null || !last.entry().path().equals(entry.path())) {
                keyed.add(next);
            } else if (!last.isSameAs(next)) {
                throw twice(last, next);
            }
        }
        return new KeyedLayer(LayerKey.of(keyed, compression), keyed, compression);
    }

    private static KeyedEntry keyed(LayerEntry entry, Map<Content.OfFile, KeyedEntry> files, KnownFiles known) {
        if (entry.content() instanceof Content.OfFile source) {
            KeyedEntry read = files.computeIfAbsent(source, file -> new SourceFile(file).keyed(entry, known));
            return new KeyedEntry(entry, read.content(), read.size());
        }
        if (entry.content() instanceof Content.OfBytes made) {
            return new KeyedEntry(entry, Digest.of(made.bytes()), made.bytes().length);
        }
        String target = entry.content() instanceof Content.Link link ? link.target() : "";
        return new KeyedEntry(entry, Digest.of(target.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static LayeredFailure twice(KeyedEntry a, KeyedEntry b) {
        boolean content = a.kind() != b.kind() || !a.content().equals(b.content());
        return LayeredFailure.mistake(
                "entry-twice",
                "Two entries for " + Shown.quoted("/" + a.entry().path()) + " differ in "
                        + (content ? "content." : "mode, owner or time."),
                Shown.text(described(a) + " and " + described(b)),
                "leave one of the two out, or give it another path in the image");
    }

    private static String described(KeyedEntry keyed) {
        String source =
                keyed.entry().content() instanceof Content.OfFile of ? of.file().toString() : "one we made";
        return keyed.kind().word() + " " + source + " (mode "
                + Integer.toOctalString(keyed.entry().mode()) + ", owner "
                + keyed.entry().uid() + ":" + keyed.entry().gid() + ", "
                + keyed.content().shortHex() + ")";
    }
}
