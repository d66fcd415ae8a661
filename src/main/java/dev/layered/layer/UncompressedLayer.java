package dev.layered.layer;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.layered.tar.TarReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** The tar of a layer, taken out of its compression while it is read. */
final class UncompressedLayer extends InputStream {

    /** Any layer may become so large, and beyond that so many times as large as its blob. */
    private static final long ANYWAY = 64L << 20;

    private static final long TIMES = 200;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private final String source;
    private final CompressedBytes compressed;
    private final InputStream tar;
    private long size;

    UncompressedLayer(InputStream blob, String source) throws IOException {
        this.source = source;
        this.compressed = new CompressedBytes(blob);
        byte[] begin = compressed.readNBytes(TarReader.BEGIN);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(begin), compressed);
        try {
            this.tar = uncompressed(begin, whole);
        } catch (IOException e) {
            throw told(e);
        }
    }

    private InputStream uncompressed(byte[] begin, InputStream whole) throws IOException {
        if (startsWith(begin, GZIP)) {
            return new GunzipStream(whole);
        }
        if (startsWith(begin, ZSTD)) {
            return zstd(whole);
        }
        if (begin.length == 0 || TarReader.isTar(begin)) {
            return whole;
        }
        throw LayerFailure.compression(source, HexFormat.of().formatHex(begin, 0, Math.min(6, begin.length)));
    }

    private InputStream zstd(InputStream whole) throws IOException {
        try {
            return new ZstdInputStreamNoFinalizer(whole);
        } catch (LinkageError e) {
            throw LayerFailure.noZstandard(source, e);
        }
    }

    private static boolean startsWith(byte[] begin, byte[] magic) {
        return Arrays.equals(Arrays.copyOf(begin, magic.length), magic);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        try {
            int count = tar.read(bytes, offset, length);
            size += Math.max(count, 0);
            if (size > ANYWAY && (size - ANYWAY) / TIMES > compressed.count()) {
                throw LayerFailure.bomb(source, compressed.count());
            }
            return count;
        } catch (IOException e) {
            throw told(e);
        }
    }

    /** Returns what the blob threw, and throws what its compression did. */
    private IOException told(IOException e) {
        if (compressed.threw(e)) {
            return e;
        }
        String reason = e instanceof EOFException ? "its compressed bytes are cut" : String.valueOf(e.getMessage());
        throw LayerFailure.damaged(source, reason);
    }

    /** Gives back what the decompressor holds; the blob stays open. */
    @Override
    public void close() throws IOException {
        tar.close();
    }
}
