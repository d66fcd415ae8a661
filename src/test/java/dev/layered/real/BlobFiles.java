package dev.layered.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The blobs of an image layout or a local store, read without the plugin's own classes. */
public final class BlobFiles {

    private BlobFiles() {}

    /** Returns the names of all files below a folder {@code blobs/sha256}, each of which must be the file's own hash. */
    public static List<String> in(Path store) throws IOException {
        List<Path> blobs;
        try (Stream<Path> files = Files.walk(store)) {
            blobs = files.filter(file -> file.getParent().endsWith("blobs/sha256"))
                    .toList();
        }
        for (Path blob : blobs) {
            LayoutReader.expect(
                    Sha256.of(blob).equals(blob.getFileName().toString()), "not what its name says: " + blob);
        }
        return blobs.stream().map(blob -> blob.getFileName().toString()).toList();
    }
}
