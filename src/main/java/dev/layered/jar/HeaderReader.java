package dev.layered.jar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads the local headers of entries (APPNOTE.TXT, 4.3.7), several at once where they lie close together. */
final class HeaderReader {

    private static final int LONGEST = JarEntries.LOCAL_HEADER + 2 * 0xffff;
    private static final int AHEAD = 1 << 12;

    private final FileChannel file;
    private ByteBuffer read = ByteBuffer.allocate(0);
    private long from;

    HeaderReader(FileChannel file) {
        this.file = file;
    }

    /** Returns the header with name and extra fields; nothing where there is none. */
    ByteBuffer at(long place, long end) throws IOException {
        int most = (int) Math.min(end - place, LONGEST);
        if (most < JarEntries.LOCAL_HEADER) {
            return ByteBuffer.allocate(0);
        }
        int start = has(place, end, JarEntries.LOCAL_HEADER);
        int size =
                JarEntries.LOCAL_HEADER + (read.getShort(start + 26) & 0xffff) + (read.getShort(start + 28) & 0xffff);
        if (read.getInt(start) != JarEntries.LOCAL_SIGNATURE || size > most) {
            return ByteBuffer.allocate(0);
        }
        start = has(place, end, size);
        return ByteBuffer.wrap(Arrays.copyOfRange(read.array(), start, start + size))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads what is not read yet; returns where in the buffer the place is. */
    private int has(long place, long end, int size) throws IOException {
        if (place < from || place + size > from + read.limit()) {
            read = JarEntries.read(file, place, (int) Math.min(end - place, Math.max(AHEAD, size)));
            from = place;
        }
        return (int) (place - from);
    }
}
