package dev.layered.store;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/** A blob and the store for it, which does not have it yet. */
final class SampleBlob {

    final byte[] bytes;
    final Descriptor descriptor;
    final Path stored;
    final Warnings warnings = new Warnings();
    final BlobStore blobs;

    private final Path folder;

    private SampleBlob(Path folder, String mediaType, byte[] bytes) {
        this.folder = folder;
        this.bytes = bytes;
        descriptor = Descriptor.of(mediaType, Digest.of(bytes), bytes.length);
        stored = folder.resolve("store/v1/blobs/sha256")
                .resolve(descriptor.digest().hex());
        blobs = open();
    }

    static SampleBlob small(Path folder) {
        return new SampleBlob(folder, MediaType.OCI_LAYER, "the bytes of a blob".getBytes(StandardCharsets.UTF_8));
    }

    static SampleBlob large(Path folder) {
        byte[] bytes = new byte[200_000];
        new Random(3).nextBytes(bytes);
        return new SampleBlob(folder, MediaType.OCI_LAYER_GZIP, bytes);
    }

    /** The same store once more, as another run would open it. */
    BlobStore open() {
        return Store.open(folder.resolve("store"), folder.resolve("fallback"), warnings)
                .blobs();
    }

    Digest put() throws IOException {
        try (BlobDraft draft = blobs.draft()) {
            draft.write(bytes);
            return draft.commit();
        }
    }
}
