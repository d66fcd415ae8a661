package dev.layered.layer;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.layered.image.MediaType;
import dev.layered.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** What the blob of a layer is, as its first bytes tell it. */
enum LayerForm {
    GZIP(MediaType.OCI_LAYER_GZIP),
    ZSTANDARD(MediaType.OCI_LAYER_ZSTD),
    TAR(MediaType.OCI_LAYER);

    /** How many bytes of a blob tell its form. */
    static final int BEGIN = TarReader.BEGIN;

    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTANDARD_MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private final String mediaType;

    LayerForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * Returns the form of a blob.
     *
     * @param begin its first bytes, {@link #BEGIN} of them if it has as many
     * @throws dev.layered.failure.LayeredFailure {@code layer-compression} if it is none of these
     */
    static LayerForm of(byte[] begin, String source) {
        if (startsWith(begin, GZIP_MAGIC)) {
            return GZIP;
        }
        if (startsWith(begin, ZSTANDARD_MAGIC)) {
            return ZSTANDARD;
        }
        if (begin.length == 0 || TarReader.isTar(begin)) {
            return TAR;
        }
        throw LayerFailure.compression(source, HexFormat.of().formatHex(begin, 0, Math.min(6, begin.length)));
    }

    /** Returns the media type of such a layer in an OCI image. */
    String mediaType() {
        return mediaType;
    }

    /**
     * Returns the tar inside of a blob.
     *
     * @throws dev.layered.failure.LayeredFailure {@code layer-compression} if Zstandard cannot be loaded
     */
    InputStream uncompressed(InputStream blob, String source) throws IOException {
        try {
            return switch (this) {
                case GZIP -> new GunzipStream(blob);
                case ZSTANDARD -> new ZstdInputStreamNoFinalizer(blob);
                case TAR -> blob;
            };
        } catch (LinkageError e) {
            throw LayerFailure.noZstandardToRead(source, e);
        }
    }

    private static boolean startsWith(byte[] begin, byte[] magic) {
        return Arrays.equals(Arrays.copyOf(begin, magic.length), magic);
    }
}
