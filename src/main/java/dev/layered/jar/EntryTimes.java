package dev.layered.jar;

import java.nio.ByteBuffer;

/**
 * Sets the times and permissions in the headers of a jar's entries to 1980-01-01T00:00:00Z, the first that a jar can
 * tell, and to what a umask of 022 leaves (APPNOTE.TXT, 4.4 and 4.5).
 */
final class EntryTimes {

    private static final short DOS_DATE = 0x21;
    private static final int SECONDS = 315_532_800;

    /** In units of 100 ns since 1601. */
    private static final long NTFS = (SECONDS + 11_644_473_600L) * 10_000_000;

    private static final int EXTENDED_TIMESTAMP = 0x5455;
    private static final int NTFS_TIMES = 0x000a;
    private static final int OLD_UNIX_TIMES = 0x5855;

    private static final int UNIX = 3;
    private static final int EXECUTABLE = 0100;

    private EntryTimes() {}

    /** Mends a local header, which the buffer holds and nothing else, if anything. */
    static void fixLocal(ByteBuffer header) {
        if (header.hasRemaining()) {
            fix(header, 10, JarEntries.LOCAL_HEADER + (header.getShort(26) & 0xffff), header.limit());
        }
    }

    /** Mends a header of the central directory, which the buffer holds and nothing else. */
    static void fixCentral(ByteBuffer header) {
        int extra = JarEntries.CENTRAL_HEADER + (header.getShort(28) & 0xffff);
        fix(header, 12, extra, extra + (header.getShort(30) & 0xffff));
        int mode = header.getShort(40) & 0xffff;
        if (header.get(5) == UNIX && mode != 0) {
            boolean isOpen = (mode & EXECUTABLE) != 0;
            header.putShort(40, (short) (mode & ~0777 | (isOpen ? 0755 : 0644)));
        }
    }

    private static void fix(ByteBuffer header, int time, int extra, int end) {
        header.putShort(time, (short) 0);
        header.putShort(time + 2, DOS_DATE);
        int at = extra;
        while (end - at >= 4) {
            int size = header.getShort(at + 2) & 0xffff;
            int data = at + 4;
            if (size > end - data) {
                return; // no field, but what some tools pad with
            }
            fixField(header, header.getShort(at) & 0xffff, data, data + size);
            at = data + size;
        }
    }

    private static void fixField(ByteBuffer header, int id, int data, int end) {
        switch (id) {
            case EXTENDED_TIMESTAMP -> fixSeconds(header, data + 1, end);
            case OLD_UNIX_TIMES -> fixSeconds(header, data, Math.min(end, data + 8));
            case NTFS_TIMES -> {
                boolean isTimes = end - data >= 32 && header.getShort(data + 4) == 1;
                for (int at = data + 8; isTimes && at < data + 32; at += Long.BYTES) {
                    header.putLong(at, NTFS);
                }
            }
            default -> {}
        }
    }

    private static void fixSeconds(ByteBuffer header, int from, int end) {
        for (int at = from; at + Integer.BYTES <= end; at += Integer.BYTES) {
            header.putInt(at, SECONDS);
        }
    }
}
