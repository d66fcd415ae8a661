package dev.layered.layer;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a blob on their way into a decompressor: counted, and their own failures told from its failures. */
final class CompressedBytes extends InputStream {

    private final InputStream in;
    private long count;
    private IOException failure;

    CompressedBytes(InputStream in) {
        this.in = in;
    }

    /** Returns the number of bytes read. */
    long count() {
        return count;
    }

    /** Whether the blob could not be read, and not its compression. */
    boolean threw(IOException thrown) {
        return thrown == failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = in.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
