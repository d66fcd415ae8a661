package dev.layered.outcome;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content that tells how much of it was read. */
public final class MeasuredInput extends FilterInputStream {

    private final Progress progress;
    private long read;

    /** Reads nothing yet. */
    public MeasuredInput(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    private void count(long more) {
        if (more > 0) {
            read += more;
            progress.at(read);
        }
    }
}
