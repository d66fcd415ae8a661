package dev.layered.tar;

import dev.layered.failure.LayeredFailure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a tar archive, with the place where reading stands. */
final class TarBlocks {

    static final int BLOCK = 512;

    private final InputStream in;
    private final String source;
    private long position;

    TarBlocks(InputStream in, String source) {
        this.in = in;
        this.source = source;
    }

    /** Returns the number of bytes read or skipped. */
    long position() {
        return position;
    }

    /** Reads the next bytes, all of them. */
    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; ) {
            at += read(bytes, at, count - at);
        }
        return bytes;
    }

    /** Reads some of the next bytes, one at least; {@code length} is not 0. */
    int read(byte[] bytes, int offset, int length) {
        try {
            int count = in.read(bytes, offset, length);
            if (count <= 0) {
                throw cut();
            }
            position += count;
            return count;
        } catch (IOException e) {
            throw TarFailure.unreadable(source, e);
        }
    }

    void skip(long count) {
        try {
            in.skipNBytes(count);
            position += count;
        } catch (EOFException e) {
            throw cut();
        } catch (IOException e) {
            throw TarFailure.unreadable(source, e);
        }
    }

    /** Skips to the end of the block. */
    void skipPadding() {
        skip((BLOCK - position % BLOCK) % BLOCK);
    }

    private LayeredFailure cut() {
        return fault(position == 0 ? "it is empty" : "it is cut, behind byte " + position);
    }

    LayeredFailure fault(String reason) {
        return TarFailure.unreadable(source, reason);
    }
}
