package dev.layered.base;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.layer.LayerReader;
import dev.layered.store.Store;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Reads small files out of layers; what was found is kept in the store by the layer's digest and the paths. */
final class LayerFiles {

    private static final String KIND = "base-files";
    private static final int LARGEST = 1 << 24;

    /** As much as is kept of a layer, in characters. */
    private static final int MOST_KEPT = 1 << 23;

    private final Store store;

    LayerFiles(Store store) {
        this.store = store;
    }

    /**
     * Returns the bytes of files that the layer has, by path.
     *
     * @throws LayeredFailure {@code base-file-large} if one has more than 16 MB; as {@link BaseLayer#read}
     */
    Map<String, byte[]> read(Blob layer, SortedSet<String> paths) {
        String name = layer.descriptor().digest() + "\n" + String.join("\n", paths);
        Digest key = Digest.of(name.getBytes(StandardCharsets.UTF_8));
        Optional<Map<String, byte[]>> known = store.facts().read(KIND, key).flatMap(text -> parsed(text, paths));
        if (known.isPresent()) {
            return known.get();
        }
        Map<String, byte[]> found = BaseLayer.read(layer, blob -> read(blob, layer, paths));
        String text = text(found, paths);
        if (text.length() <= MOST_KEPT) {
            store.facts().write(KIND, key, text);
        }
        return found;
    }

    private static Map<String, byte[]> read(InputStream blob, Blob layer, SortedSet<String> paths) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        LayerReader.read(blob, layer.source(), (entry, content) -> {
            if (paths.contains(entry.path()) && entry.kind() == Kind.FILE) {
                checkSize(entry, layer);
                found.put(entry.path(), content.readAllBytes());
            }
        });
        return found;
    }

    private static void checkSize(TarEntry entry, Blob layer) {
        if (entry.size() > LARGEST) {
            throw LayeredFailure.mistake(
                    "base-file-large",
                    "The file " + Shown.quoted("/" + entry.path()) + " of the base image has " + entry.size()
                            + " bytes, which is more than the 16 MB that are read.",
                    Shown.text(layer.source()),
                    "choose another base");
        }
    }

    private static String text(Map<String, byte[]> found, SortedSet<String> paths) {
        StringBuilder text = new StringBuilder();
        paths.forEach(path ->
                text.append(Base64.getEncoder().encodeToString(found.get(path))).append('\n'));
        return text.toString();
    }

    private static Optional<Map<String, byte[]>> parsed(String text, SortedSet<String> paths) {
        List<String> lines = text.lines().toList();
        if (lines.size() != paths.size()) {
            return Optional.empty();
        }
        Map<String, byte[]> found = new HashMap<>();
        for (String path : paths) {
            found.put(path, Base64.getDecoder().decode(lines.get(found.size())));
        }
        return Optional.of(found);
    }
}
