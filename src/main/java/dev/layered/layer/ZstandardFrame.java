package dev.layered.layer;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one Zstandard frame (RFC 8878) whose bytes depend on nothing but what is written, the level and the release of
 * the library.
 *
 * <p>The frame has a checksum and tells no size. It is made by one thread, in blocks that begin where the format lets
 * them, however the bytes come. What the library holds outside of Java's heap is given back by {@link #close} or {@link
 * #free}.
 */
final class ZstandardFrame extends CompressedOutput {

    /** The release of the library; its native code bears the same version. */
    static final String VERSION = ZstdVersion.VERSION;

    private final Sink sink;
    private final ZstdOutputStreamNoFinalizer frame;

    private ZstandardFrame(Sink sink, int level) throws IOException {
        super(sink);
        this.sink = sink;
        this.frame = new ZstdOutputStreamNoFinalizer(sink, level);
        frame.setChecksum(true);
    }

    /**
     * Returns a frame of that level.
     *
     * @throws dev.layered.failure.LayeredFailure {@code layer-compression} if the library cannot be loaded
     */
    static ZstandardFrame to(OutputStream out, int level) throws IOException {
        try {
            return new ZstandardFrame(new Sink(out), level);
        } catch (LinkageError e) {
            throw LayerFailure.noZstandardToWrite(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        frame.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        frame.write(bytes, offset, length);
    }

    /** Does nothing: a block that ends early would make other bytes. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        frame.close();
    }

    @Override
    void free() throws IOException {
        sink.isDropped = true;
        frame.close();
    }

    /** What the library writes to, which it may close, and which takes nothing of a frame that is given up. */
    private static final class Sink extends FilterOutputStream {

        private boolean isDropped;

        Sink(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!isDropped) {
                out.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
