package dev.layered.layout;

import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.layer.LayerReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A layer in an archive of {@code docker save}: gzip and plain tars as they are, Zstandard as the tar in it.
 *
 * <p>Docker, Podman and skopeo take layers in gzip there; Zstandard is more than Docker before 23 reads.
 *
 * @param size of what is written
 * @param unpacked the digest of the tar, where that is written
 */
record DockerLayer(String name, long size, Blob blob, Optional<Digest> unpacked) {

    /**
     * Looks at the blob; one in Zstandard is read to its end, since a tar tells sizes beforehand.
     *
     * @throws dev.layered.failure.LayeredFailure {@code layer-compression}, {@code layer-damaged} or what reading tells
     */
    static DockerLayer of(Blob blob, Digest diffId) {
        String hex = blob.descriptor().digest().hex();
        long size = blob.descriptor().size();
        try {
            return switch (form(blob)) {
                case MediaType.OCI_LAYER_GZIP -> new DockerLayer(hex + ".tar.gz", size, blob, Optional.empty());
                case MediaType.OCI_LAYER -> new DockerLayer(hex + ".tar", size, blob, Optional.empty());
                default -> {
                    long whole = BlobCopy.copy(() -> tar(blob), blob.source(), diffId, OutputStream.nullOutputStream());
                    yield new DockerLayer(diffId.hex() + ".tar", whole, blob, Optional.of(diffId));
                }
            };
        } catch (IOException e) {
            throw LayoutFailure.unusable(blob.source(), e);
        }
    }

    void writeTo(OutputStream out) throws IOException {
        if (unpacked.isPresent()) {
            BlobCopy.copy(() -> tar(blob), blob.source(), unpacked.get(), out);
        } else {
            BlobCopy.copy(blob, out);
        }
    }

    private static String form(Blob blob) throws IOException {
        try (InputStream in = blob.open()) {
            return LayerReader.mediaType(in, blob.source());
        }
    }

    private static InputStream tar(Blob blob) throws IOException {
        return LayerReader.uncompressed(blob.open(), blob.source());
    }
}
