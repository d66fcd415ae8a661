package dev.layered.jar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The bytes of a file, read in big pieces and, where they are asked for in their order, each once. */
final class FileBytes {

    private static final int AHEAD = 1 << 18;

    private final FileChannel file;
    private final long size;
    private final ByteBuffer read;
    private long from;

    FileBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
        this.read = ByteBuffer.allocate((int) Math.min(size, AHEAD)).order(ByteOrder.LITTLE_ENDIAN);
        read.limit(0);
    }

    /** Returns how many bytes the file had when it was opened. */
    long size() {
        return size;
    }

    /**
     * Reads bytes that are not in memory.
     *
     * @param least how many bytes from the place on are wanted, at most 256 KiB
     * @param end up to where more may be read
     * @return where in {@link #read} the place is
     */
    private int has(long place, int least, long end) throws IOException {
        if (place < from || place + least > from + read.limit()) {
            int kept = place < from ? 0 : (int) Math.max(0, from + read.limit() - place);
            System.arraycopy(read.array(), read.limit() - kept, read.array(), 0, kept);
            from = place;
            read.limit((int) Math.min(read.capacity(), end - place)).position(kept);
            while (read.position() < least) {
                if (file.read(read, from + read.position()) < 0) {
                    throw new FileChangedException();
                }
            }
            read.flip();
        }
        return (int) (place - from);
    }

    /** Returns bytes of the file, which has them, in the byte order of jars; at most 256 KiB. */
    ByteBuffer at(long place, int length, long end) throws IOException {
        byte[] bytes = new byte[length];
        System.arraycopy(read.array(), has(place, length, end), bytes, 0, length);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads some bytes up to the end, one at least; returns how many. */
    int read(byte[] bytes, long place, long to, long end) throws IOException {
        int start = has(place, 1, end);
        int count = (int) Math.min(Math.min(bytes.length, to - place), read.limit() - start);
        System.arraycopy(read.array(), start, bytes, 0, count);
        return count;
    }
}
