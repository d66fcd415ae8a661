package dev.layered.layer;

import dev.layered.image.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** How the tar of a layer is stored and sent. */
public enum Compression {
    /** One gzip member, deflated in pure Java, which everybody reads. */
    GZIP(MediaType.OCI_LAYER_GZIP, 6) {
        @Override
        CompressedOutput wrap(OutputStream out) throws IOException {
            return new GzipMember(out);
        }
    },
    /** The tar as it is. */
    NONE(MediaType.OCI_LAYER, 0) {
        @Override
        CompressedOutput wrap(OutputStream out) {
            return new CompressedOutput(out);
        }
    };

    private final String mediaType;
    private final int level;

    Compression(String mediaType, int level) {
        this.mediaType = mediaType;
        this.level = level;
    }

    /** Returns the media type of such a layer in an OCI image. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Returns the compression of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Compression of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Returns the word for records and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how hard it tries, 0 where that means nothing; a part of the layer key. */
    int level() {
        return level;
    }

    /** Returns a stream that compresses into {@code out}; closing it completes the blob and leaves {@code out} open. */
    abstract CompressedOutput wrap(OutputStream out) throws IOException;
}
