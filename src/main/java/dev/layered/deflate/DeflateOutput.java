package dev.layered.deflate;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a deflate stream (RFC 1951) whose bytes depend on nothing but what is written, in whatever pieces.
 *
 * <p>Whoever knows that bytes shrink no more says so before they are written: they cost next to nothing then, and later
 * matches reach over them. In memory are about 600 KB. Closing ends the stream and leaves the one below open.
 */
public final class DeflateOutput extends OutputStream {

    /** A match of this length is taken without a look at the next position. */
    private static final int LONG_ENOUGH = 16;

    private final BitOutput out;
    private final Window window = new Window();
    private final Block block = new Block();
    private boolean closed;

    /** How many bytes are to come that shrink no more, and how many of them in the block that has begun. */
    private long packed;

    private int stored;

    /** Where the next symbol begins, or one behind where {@link #pending}. */
    private int position;

    /** Whether the byte before the position is not yet part of a symbol. */
    private boolean pending;

    private int length = Window.SHORTEST - 1;
    private int start;

    /** Writes nothing yet. */
    public DeflateOutput(OutputStream out) {
        this.out = new BitOutput(out);
    }

    /**
     * Tells that the next bytes shrink no more.
     *
     * @param count of bytes, not negative
     * @throws IllegalStateException if bytes of which this was told before have not all been written
     */
    public void packed(long count) throws IOException {
        if (packed > 0) {
            throw new IllegalStateException(packed + " bytes to come");
        }
        if (count > 0) {
            encode(true);
            packed = count;
            begin();
        }
    }

    /** Begins the next block of bytes as they are. */
    private void begin() throws IOException {
        stored = (int) Math.min(packed, Block.LONGEST_STORED);
        Block.begin(out, stored);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        for (int at = offset, end = offset + count; at < end; ) {
            if (window.room() == 0) {
                encode(false);
                int by = window.slide(position - 1);
                position -= by;
                start -= by;
            }
            int part = Math.min(window.room(), end - at);
            at += packed > 0 ? copy(bytes, at, Math.min(part, stored)) : fill(bytes, at, part);
        }
    }

    private int fill(byte[] bytes, int at, int count) {
        window.add(bytes, at, count);
        return count;
    }

    private int copy(byte[] bytes, int at, int count) throws IOException {
        out.bytes(bytes, at, count);
        window.add(bytes, at, count);
        position = window.end;
        packed -= count;
        stored -= count;
        if (stored == 0 && packed > 0) {
            begin();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (packed > 0) {
            throw new IOException(packed + " bytes are missing");
        }
        encode(true);
        out.put(0b011, 3); // the last block, of nothing but its end
        out.put(0, 7);
        out.align();
        out.flush();
    }

    /** Finds symbols for what is in the window; to its end, with the end of a block, or as far as matches are sure. */
    private void encode(boolean whole) throws IOException {
        int sure = whole ? window.end : window.end - Window.LOOKAHEAD;
        while (position < sure) {
            if (!block.followsPoor() || !passNoise(sure)) {
                step();
            }
            if (block.isFull()) {
                writeBlock();
            }
        }
        if (whole) {
            if (pending) {
                block.literal(window.bytes[position - 1]);
                pending = false;
            }
            length = Window.SHORTEST - 1;
            writeBlock();
        }
    }

    private void writeBlock() throws IOException {
        block.write(out, window.bytes, pending ? position - 1 : position);
    }

    /** Writes the next bytes as they are if they look as if they did not shrink; else a block is tried again. */
    private boolean passNoise(int sure) throws IOException {
        int from = pending ? position - 1 : position;
        if (sure - from < Noise.JUDGED || !Noise.is(window.bytes, from)) {
            block.forget();
            return false;
        }
        Block.store(out, window.bytes, from, Noise.JUDGED);
        position = from + Noise.JUDGED;
        pending = false;
        length = Window.SHORTEST - 1;
        return true;
    }

    /** Looks at one position: a match is taken only where the next position has no longer one. */
    private void step() {
        int formerLength = length;
        int formerStart = start;
        length = Window.SHORTEST - 1;
        if (window.end - position >= Window.REMEMBERED) {
            find(formerLength);
        }
        if (formerLength >= Window.SHORTEST && length <= formerLength) {
            take(formerLength, position - 1 - formerStart);
        } else {
            if (pending) {
                block.literal(window.bytes[position - 1]);
            }
            pending = true;
            position++;
        }
    }

    private void find(int formerLength) {
        if (formerLength >= LONG_ENOUGH) {
            window.remember(position, position + 1);
            return;
        }
        int longest = window.longest(position, formerLength);
        if (longest > formerLength) {
            length = longest;
            start = window.found;
        }
    }

    /** Takes the match that begins one byte before the position. */
    private void take(int count, int distance) {
        block.match(count, distance);
        int next = position - 1 + count;
        window.remember(position + 1, Math.min(next, window.end - Window.REMEMBERED + 1));
        position = next;
        pending = false;
        length = Window.SHORTEST - 1;
    }
}
