package dev.layered.layer;

import dev.layered.image.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the tar of a layer is stored and sent.
 *
 * @param level how hard it tries: 1 to {@link #HIGHEST} for {@link Method#ZSTD}; of the others each has one
 */
public record Compression(Method method, int level) {

    /** Deflated in pure Java, in one gzip member, which everybody reads. */
    public static final Compression GZIP = usual(Method.GZIP);

    /** Zstandard as fast as it is without giving up much. */
    public static final Compression ZSTD = usual(Method.ZSTD);

    /** The tar as it is. */
    public static final Compression NONE = usual(Method.NONE);

    /** The highest level of Zstandard that needs no more than the 8 MiB of memory which every reader has for it. */
    public static final int HIGHEST = 19;

    /** By what a tar is compressed. */
    public enum Method {
        /** Gzip. */
        GZIP(MediaType.OCI_LAYER_GZIP, 6),
        /** Zstandard. */
        ZSTD(MediaType.OCI_LAYER_ZSTD, 1),
        /** Nothing. */
        NONE(MediaType.OCI_LAYER, 0);

        private final String mediaType;
        private final int level;

        Method(String mediaType, int level) {
            this.mediaType = mediaType;
            this.level = level;
        }

        /** Returns the word for it in a configuration. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns all words, the usual one first. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Method::word).toList();
        }
    }

    /** Checks the level. */
    public Compression {
        boolean isZstd = method == Method.ZSTD;
        if (isZstd ? level < 1 || level > HIGHEST : level != method.level) {
            throw new IllegalArgumentException("level " + level + " of " + method.word());
        }
    }

    private static Compression usual(Method method) {
        return new Compression(method, method.level);
    }

    /**
     * Returns the compression that the text names, as {@link #word} does; without a level it is the usual one, and
     * only Zstandard has others.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Compression of(String text) {
        int colon = text.indexOf(':');
        Method method = Method.valueOf((colon < 0 ? text : text.substring(0, colon)).toUpperCase(Locale.ROOT));
        if (colon < 0) {
            return usual(method);
        }
        if (method != Method.ZSTD) {
            throw new IllegalArgumentException("no levels of " + method.word());
        }
        return new Compression(method, Integer.parseInt(text.substring(colon + 1)));
    }

    /** Returns the word for records and reports: {@code gzip}, {@code none}, or {@code zstd:} and the level. */
    public String word() {
        return method == Method.ZSTD ? method.word() + ":" + level : method.word();
    }

    /** Returns the media type of such a layer in an OCI image. */
    public String mediaType() {
        return method.mediaType;
    }

    /** Returns what made the bytes, as a part of the layer key: another release of Zstandard may make others. */
    String encoder() {
        return method == Method.ZSTD ? method.name() + " " + ZstandardFrame.VERSION : method.name();
    }

    /**
     * Returns a stream that compresses into {@code out}; closing it completes the blob and leaves {@code out} open.
     *
     * @throws dev.layered.failure.LayeredFailure {@code layer-compression} if Zstandard cannot be loaded
     */
    CompressedOutput wrap(OutputStream out) throws IOException {
        return switch (method) {
            case GZIP -> new GzipMember(out);
            case ZSTD -> ZstandardFrame.to(out, level);
            case NONE -> new CompressedOutput(out);
        };
    }
}
