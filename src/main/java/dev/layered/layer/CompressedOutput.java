package dev.layered.layer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Compresses what is written to it; closing completes the blob and leaves the stream below open. */
class CompressedOutput extends FilterOutputStream {

    /** Compresses nothing. */
    CompressedOutput(OutputStream out) {
        super(out);
    }

    /** Tells that the next bytes shrink no more; may be of no interest. */
    void packed(long count) throws IOException {}

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    /** Gives back what it holds; a blob that is not complete stays so. To be called in any case. */
    void free() throws IOException {}
}
