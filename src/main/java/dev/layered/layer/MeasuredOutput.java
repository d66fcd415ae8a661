package dev.layered.layer;

import dev.layered.outcome.Progress;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells how many bytes were written to several streams, one after the other. Not thread-safe. */
final class MeasuredOutput {

    private final Progress progress;
    private long written;

    MeasuredOutput(Progress progress) {
        this.progress = progress;
    }

    /** Returns a stream before another one that counts what goes through it; it need not be closed. */
    OutputStream before(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int value) throws IOException {
                out.write(value);
                count(1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                count(length);
            }
        };
    }

    private void count(int more) {
        written += more;
        progress.at(written);
    }
}
