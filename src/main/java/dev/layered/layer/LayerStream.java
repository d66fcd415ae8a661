package dev.layered.layer;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The bytes of a layer whose digests are known, made by a thread of its own while they are read, so that they need not be
 * stored. A few chunks are in memory at a time.
 *
 * <p>Its last bytes are only handed on where what was made is the layer that was known. To be closed, which ends the
 * thread; any thread may close it.
 */
public final class LayerStream extends InputStream {

    private static final int CHUNK = 1 << 16;
    private static final int AHEAD = 4;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(AHEAD);
    private final KeyedLayer keyed;
    private final Layer known;
    private final Thread maker;
    private byte[] chunk = END;
    private int next;
    private boolean ended;
    private volatile boolean closed;
    private volatile Exception failure = new IOException("the layer was not finished");

    /** Begins to make the layer, which was told to be {@code known}. */
    public LayerStream(KeyedLayer keyed, Layer known) {
        this.keyed = keyed;
        this.known = known;
        this.maker = new Thread(this::make, "layered-layer");
        maker.setDaemon(true);
        maker.start();
    }

    private void make() {
        try {
            Chunks out = new Chunks();
            Layer made = LayerWriter.write(keyed, out);
            if (!made.equals(known)) {
                throw other(made);
            }
            out.pass();
            failure = null;
        } catch (IOException | RuntimeException e) {
            failure = e;
        } finally {
            end();
        }
    }

    private LayeredFailure other(Layer made) {
        return LayeredFailure.outside(
                new Problem(
                        "blob-mismatch",
                        "What was made for blob " + known.descriptor().digest() + " is another: "
                                + made.descriptor().size() + " bytes of "
                                + made.descriptor().digest() + " of diffID " + made.diffId() + ".",
                        "the layer of key " + keyed.key().digest(),
                        "run the same command with -Dlayered.reuse=none"),
                null);
    }

    Thread maker() {
        return maker;
    }

    private void end() {
        try {
            if (closed) {
                chunks.clear();
            }
            chunks.put(END);
        } catch (InterruptedException closing) {
            chunks.clear();
            chunks.add(END);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * Reads some bytes.
     *
     * @throws LayeredFailure {@code blob-mismatch} in place of the last ones if another layer was made, or what {@link
     *     LayerWriter} throws
     */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (!ended && next == chunk.length) {
            take();
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, chunk.length - next);
        System.arraycopy(chunk, next, bytes, offset, count);
        next += count;
        return count;
    }

    private void take() throws IOException {
        try {
            chunk = chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        next = 0;
        if (closed) {
            throw new IOException("the layer is closed");
        }
        if (chunk == END) {
            throwIfFailed();
            ended = true;
        }
    }

    private void throwIfFailed() throws IOException {
        Exception known = failure;
        if (known != null) {
            chunks.add(END); // for who reads on
        }
        if (known instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (known instanceof IOException checked) {
            throw checked;
        }
    }

    @Override
    public void close() {
        closed = true;
        maker.interrupt();
    }

    /** Fills chunks and hands each on when the next one begins, so that the last one stays back. */
    private final class Chunks extends OutputStream {

        private byte[] filling = new byte[CHUNK];
        private int filled;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int written = 0;
            while (written < length) {
                if (filled == CHUNK) {
                    pass();
                }
                int count = Math.min(length - written, CHUNK - filled);
                System.arraycopy(bytes, offset + written, filling, filled, count);
                filled += count;
                written += count;
            }
        }

        private void pass() throws IOException {
            try {
                chunks.put(Arrays.copyOf(filling, filled));
                filled = 0;
            } catch (InterruptedException e) {
                throw new InterruptedIOException("nobody reads the layer any more");
            }
        }
    }
}
