package dev.layered.plan;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Shown;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/**
 * Something whose layer is known, and its place in the image.
 *
 * @param layer the layer's name
 * @param from what it is, for messages and explanations: coordinates or a path
 * @param overrides whether it may take the place of something else at its path
 */
public record PlacedFile(String layer, LayerEntry entry, String from, boolean overrides) {

    /** Returns a file of this machine at a path of the image; executable where its owner may execute it here. */
    public static PlacedFile of(StandardLayer layer, String path, Content.OfFile file) {
        String from = file.file().toString();
        return new PlacedFile(layer.layerName(), entry(path, file, from), from, false);
    }

    /** Returns a small file that we make. */
    public static PlacedFile of(StandardLayer layer, String path, String text, String from) {
        Content bytes = new Content.OfBytes(text.getBytes(StandardCharsets.UTF_8));
        return new PlacedFile(layer.layerName(), LayerEntry.file(path, bytes, false), from, false);
    }

    /** Returns the entry of a file of this machine; executable where its owner may execute it here. */
    static LayerEntry entry(String path, Content.OfFile file, String from) {
        try {
            return LayerEntry.file(path, file, isExecutable(file.file()));
        } catch (LayeredFailure failure) {
            throw failure.at(Shown.text(from));
        }
    }

    /** Whether the owner of a file may execute it here, and so in the image. */
    public static boolean isExecutable(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // a missing file is told of when it is read; Windows has no such bit
        }
    }
}
