package dev.layered.jar;

import dev.layered.jar.JarEntries.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The central directory of a jar whose entries are read in another order (APPNOTE.TXT, 4.3.12). */
final class CentralDirectory {

    private CentralDirectory() {}

    /**
     * Returns the headers in that order, without times and with the new places of the local headers.
     *
     * @param directory as the jar has it
     * @param first where the first local header stands
     */
    static ByteBuffer of(ByteBuffer directory, List<Entry> ordered, long first) {
        Map<Entry, Long> places = new HashMap<>();
        long next = first;
        for (Entry entry : ordered) {
            places.put(entry, next);
            next += entry.end() - entry.local();
        }
        ByteBuffer written = ByteBuffer.allocate(directory.limit()).order(ByteOrder.LITTLE_ENDIAN);
        for (Entry entry : ordered) {
            ByteBuffer header =
                    directory.slice(entry.central(), entry.centralSize()).order(ByteOrder.LITTLE_ENDIAN);
            EntryTimes.fixCentral(header);
            header.putInt(JarEntries.CENTRAL_OFFSET, (int) (long) places.get(entry));
            written.put(header);
        }
        return written.flip();
    }
}
