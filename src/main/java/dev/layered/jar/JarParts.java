package dev.layered.jar;

import dev.layered.jar.JarEntries.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Reads a jar part by part: what comes before the entries, the entries by name, their directory, and its end. */
final class JarParts extends InputStream {

    private static final Comparator<Entry> BY_NAME =
            Comparator.comparing(JarParts::place).thenComparing(Entry::name);

    private final FileChannel file;
    private final JarEntries jar;
    private final List<Entry> sorted;
    private final Queue<Part> parts = new ArrayDeque<>();
    private long at;
    private long end;
    private ByteBuffer made = ByteBuffer.allocate(0);

    /** A piece of the file, of which the first bytes are to be made. */
    private record Part(long from, long to, Making making) {}

    /** Makes bytes that stand in the place of as many of the file. */
    @FunctionalInterface
    private interface Making {
        ByteBuffer bytes() throws IOException;
    }

    JarParts(FileChannel file, JarEntries jar) throws IOException {
        this.file = file;
        this.jar = jar;
        this.sorted = new ArrayList<>(jar.entries());
        sorted.sort(BY_NAME);
        Making nothing = () -> ByteBuffer.allocate(0);
        long first =
                jar.entries().isEmpty() ? jar.directory() : jar.entries().get(0).local();
        parts.add(new Part(0, first, nothing));
        sorted.forEach(entry -> parts.add(new Part(entry.local(), entry.end(), () -> header(entry))));
        long after = jar.directory() + jar.directorySize();
        parts.add(new Part(jar.directory(), after, this::directory));
        parts.add(new Part(after, file.size(), nothing));
    }

    /** The manifest comes first, where {@code JarInputStream} looks for it. */
    private static int place(Entry entry) {
        return switch (entry.name()) {
            case "META-INF/" -> 0;
            case "META-INF/MANIFEST.MF" -> 1;
            default -> 2;
        };
    }

    private ByteBuffer header(Entry entry) throws IOException {
        int most = (int) Math.min(entry.end() - entry.local(), EntryTimes.LONGEST_LOCAL);
        return EntryTimes.ofLocal(JarEntries.read(file, entry.local(), most));
    }

    private ByteBuffer directory() throws IOException {
        ByteBuffer read = JarEntries.read(file, jar.directory(), jar.directorySize());
        Map<Entry, Long> places = new HashMap<>();
        long next = jar.entries().isEmpty() ? 0 : jar.entries().get(0).local();
        for (Entry entry : sorted) {
            places.put(entry, next);
            next += entry.end() - entry.local();
        }
        ByteBuffer written = ByteBuffer.allocate(jar.directorySize()).order(ByteOrder.LITTLE_ENDIAN);
        for (Entry entry : sorted) {
            ByteBuffer header = read.slice(entry.central(), entry.centralSize()).order(ByteOrder.LITTLE_ENDIAN);
            EntryTimes.fixCentral(header);
            header.putInt(JarEntries.CENTRAL_OFFSET, (int) (long) places.get(entry));
            written.put(header);
        }
        return written.flip();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!made.hasRemaining() && at == end) {
            Part part = parts.poll();
            if (part == null) {
                return -1;
            }
            made = part.making().bytes();
            at = part.from() + made.remaining();
            end = part.to();
        }
        if (made.hasRemaining()) {
            int count = Math.min(length, made.remaining());
            made.get(bytes, from, count);
            return count;
        }
        int count = file.read(ByteBuffer.wrap(bytes, from, (int) Math.min(length, end - at)), at);
        if (count < 0) {
            throw JarEntries.becameShorter();
        }
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
