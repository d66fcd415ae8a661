package dev.layered.layer;

import dev.layered.deflate.DeflateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Writes one gzip member (RFC 1952) whose bytes depend on nothing but what is written.
 *
 * <p>One, because Commons Compress by default reads the first member of several and silently stops. The header tells
 * no name, time or system.
 */
final class GzipMember extends CompressedOutput {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final DeflateOutput body;
    private final CRC32 crc = new CRC32();
    private long size;
    private boolean closed;

    GzipMember(OutputStream out) throws IOException {
        super(out);
        this.body = new DeflateOutput(out);
        out.write(HEADER);
    }

    @Override
    void packed(long count) throws IOException {
        body.packed(count);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        crc.update(bytes, offset, length);
        size += length;
        body.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        body.close();
        ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.write(trailer.putInt((int) crc.getValue()).putInt((int) size).array());
    }
}
