package dev.layered.jar;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the local headers of entries (APPNOTE.TXT, 4.3.7). */
final class HeaderReader {

    private static final int LONGEST = JarEntries.LOCAL_HEADER + 2 * 0xffff;

    private final FileBytes file;

    HeaderReader(FileBytes file) {
        this.file = file;
    }

    /**
     * Returns the header with name and extra fields; nothing where there is none.
     *
     * @param end of the entry
     * @param ahead up to where more may be read
     */
    ByteBuffer at(long place, long end, long ahead) throws IOException {
        int most = (int) Math.min(end - place, LONGEST);
        if (most < JarEntries.LOCAL_HEADER) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer fixed = file.at(place, JarEntries.LOCAL_HEADER, ahead);
        int size = JarEntries.LOCAL_HEADER + (fixed.getShort(26) & 0xffff) + (fixed.getShort(28) & 0xffff);
        boolean isHeader = fixed.getInt(0) == JarEntries.LOCAL_SIGNATURE && size <= most;
        return isHeader ? file.at(place, size, ahead) : ByteBuffer.allocate(0);
    }
}
