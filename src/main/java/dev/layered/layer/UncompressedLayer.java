package dev.layered.layer;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Objects;

/** The tar of a layer, taken out of its compression while it is read. */
final class UncompressedLayer extends InputStream {

    /** Any layer may become so large, and beyond that so many times as large as its blob. */
    private static final long ANYWAY = 64L << 20;

    private static final long TIMES = 200;

    private final String source;
    private final CompressedBytes compressed;
    private final InputStream tar;
    private long size;

    UncompressedLayer(InputStream blob, String source) throws IOException {
        this.source = source;
        this.compressed = new CompressedBytes(blob);
        try {
            this.tar = open();
        } catch (IOException | RuntimeException e) {
            blob.close();
            throw e;
        }
    }

    private InputStream open() throws IOException {
        byte[] begin = compressed.readNBytes(LayerForm.BEGIN);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(begin), compressed);
        try {
            return LayerForm.of(begin, source).uncompressed(whole, source);
        } catch (IOException e) {
            throw told(e);
        }
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

    /** Closes the blob too. */
    @Override
    public void close() throws IOException {
        tar.close();
    }
}
