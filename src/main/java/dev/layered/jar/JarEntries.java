package dev.layered.jar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of a jar as its central directory lists them (APPNOTE.TXT, 4.3.12 and 4.3.16).
 *
 * @param entries by the places of their local headers
 * @param directory where the central directory begins, in bytes
 * @param directorySize of the central directory, in bytes
 */
record JarEntries(List<JarEntries.Entry> entries, long directory, int directorySize) {

    /** A central directory above this is not looked at; it would be one of half a million entries or so. */
    static final int LARGEST_DIRECTORY = 64 << 20;

    /** What a local header begins with. */
    static final int LOCAL_SIGNATURE = 0x04034b50;

    static final int CENTRAL_HEADER = 46;

    /** Where a header of the central directory tells the place of the local one. */
    static final int CENTRAL_OFFSET = 42;

    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    /** A local header without name and extra fields, in bytes. */
    static final int LOCAL_HEADER = 30;

    private static final int END = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long ZIP64 = 0xffffffffL;

    /**
     * An entry.
     *
     * @param local where its local header begins in the file
     * @param end where the next local header or the central directory begins
     * @param central where its header begins in the central directory
     * @param packed how many bytes it holds, if they are compressed; else 0
     * @param centralSize of that header with name, extra fields and comment
     */
    record Entry(String name, long local, long end, long packed, int central, int centralSize) {}

    /**
     * Returns the entries; empty where the file is no jar that begins with an entry and whose entries follow each other
     * plainly: Zip64, several
     * disks, entries that share bytes, two of one name, a central directory elsewhere than before its end record.
     */
    static Optional<JarEntries> of(FileChannel file, FileBytes bytes) throws IOException {
        if (!beginsWithAnEntry(bytes)) {
            return Optional.empty();
        }
        Optional<ByteBuffer> end = end(file, END);
        if (end.isEmpty()) {
            end = end(file, END + LONGEST_COMMENT);
        }
        if (end.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer record = end.get();
        int count = record.getShort(10) & 0xffff;
        long size = record.getInt(12) & ZIP64;
        long offset = record.getInt(16) & ZIP64;
        boolean isWhole = record.getInt(4) == 0 && record.getShort(8) == record.getShort(10);
        long recordAt = file.size() - END - (record.getShort(20) & 0xffff);
        if (!isWhole || count == 0xffff || size > LARGEST_DIRECTORY || offset + size != recordAt) {
            return Optional.empty();
        }
        ByteBuffer directory = read(file, offset, (int) size);
        return entries(directory, count, offset).map(entries -> new JarEntries(entries, offset, (int) size));
    }

    /** So that nothing else of other files is looked at. */
    private static boolean beginsWithAnEntry(FileBytes bytes) throws IOException {
        return bytes.size() >= END && bytes.at(0, Integer.BYTES, bytes.size()).getInt() == LOCAL_SIGNATURE;
    }

    /** Looks for the end record in the last bytes of the file; mostly no comment follows it. */
    private static Optional<ByteBuffer> end(FileChannel file, int most) throws IOException {
        int length = (int) Math.min(file.size(), most);
        ByteBuffer tail = read(file, file.size() - length, length);
        for (int at = length - END; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE && (tail.getShort(at + 20) & 0xffff) == length - END - at) {
                return Optional.of(tail.slice(at, END).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Entry>> entries(ByteBuffer directory, int count, long directoryAt) {
        List<Entry> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (directory.limit() - at < CENTRAL_HEADER || directory.getInt(at) != CENTRAL_SIGNATURE) {
                return Optional.empty();
            }
            int name = directory.getShort(at + 28) & 0xffff;
            int size = CENTRAL_HEADER
                    + name
                    + (directory.getShort(at + 30) & 0xffff)
                    + (directory.getShort(at + 32) & 0xffff);
            long packed = directory.getInt(at + 20) & ZIP64;
            long local = directory.getInt(at + CENTRAL_OFFSET) & ZIP64;
            if (directory.limit() - at < size || packed == ZIP64 || local == ZIP64) {
                return Optional.empty();
            }
            String text = new String(directory.array(), at + CENTRAL_HEADER, name, StandardCharsets.ISO_8859_1);
            if (!names.add(text)) {
                return Optional.empty();
            }
            boolean isStored = directory.getShort(at + 10) == 0;
            long end = local + LOCAL_HEADER + name + packed;
            found.add(new Entry(text, local, end, isStored ? 0 : packed, at, size));
            at += size;
        }
        return at == directory.limit() ? lying(found, directoryAt) : Optional.empty();
    }

    /** Returns the entries up to where the next begins: what follows the bytes of one, it has after them. */
    private static Optional<List<Entry>> lying(List<Entry> found, long directory) {
        found.sort(Comparator.comparingLong(Entry::local));
        List<Entry> lying = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Entry entry = found.get(i);
            long next = i + 1 < found.size() ? found.get(i + 1).local() : directory;
            if (entry.end() > next) {
                return Optional.empty();
            }
            lying.add(
                    new Entry(entry.name(), entry.local(), next, entry.packed(), entry.central(), entry.centralSize()));
        }
        return Optional.of(lying);
    }

    /** Returns bytes of the file, which has them, in the byte order of jars. */
    static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new FileChangedException();
            }
        }
        return bytes.flip();
    }
}
