package dev.layered.layer;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a raw deflate stream (RFC 1951) by an encoder in pure Java, so that its bytes are the same on every JDK.
 *
 * <p>The encoder gets its input in pieces of one size, however it is written, so that they cannot matter. Closing ends
 * the deflate stream and leaves the stream below open.
 */
final class DeflateStream extends OutputStream {

    private static final int PIECE = 1 << 16;

    private final OutputStream out;
    private final Deflater deflater;
    private final byte[] input = new byte[PIECE];
    private final byte[] output = new byte[PIECE];
    private int filled;

    DeflateStream(OutputStream out, int level) {
        this.out = out;
        try {
            this.deflater = new Deflater(level, JZlib.MAX_WBITS, true);
        } catch (GZIPException e) {
            throw new IllegalArgumentException("level " + level, e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int at = offset, end = offset + length; at < end; ) {
            int count = Math.min(input.length - filled, end - at);
            System.arraycopy(bytes, at, input, filled, count);
            filled += count;
            at += count;
            if (filled == input.length) {
                encode(JZlib.Z_NO_FLUSH);
            }
        }
    }

    @Override
    public void close() throws IOException {
        encode(JZlib.Z_FINISH);
        deflater.end();
    }

    private void encode(int flush) throws IOException {
        deflater.next_in = input;
        deflater.next_in_index = 0;
        deflater.avail_in = filled;
        filled = 0;
        do {
            deflater.next_out = output;
            deflater.next_out_index = 0;
            deflater.avail_out = output.length;
            int status = deflater.deflate(flush);
            if (status != JZlib.Z_OK && status != JZlib.Z_STREAM_END && status != JZlib.Z_BUF_ERROR) {
                throw new IOException("deflate: " + deflater.msg);
            }
            out.write(output, 0, deflater.next_out_index);
        } while (deflater.avail_out == 0);
    }
}
