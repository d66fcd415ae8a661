package dev.layered.jar;

import dev.layered.jar.JarEntries.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Reads a file part by part: of a jar what is compressed apart from what is not; any other file is one part.
 *
 * <p>Call {@link #next}, and {@link #read} until it has nothing more. In memory are up to 256 KiB of the file and the central
 * directory, at most 64 MiB.
 */
public final class JarParts implements Closeable {

    /** What is compressed and smaller than this pays for no part of its own. */
    private static final int SMALLEST = 64;

    private static final Part NOTHING = new Part(ByteBuffer.allocate(0), 0, 0, false);

    private static final Comparator<Entry> BY_NAME =
            Comparator.comparingInt(JarParts::place).thenComparing(Entry::name);

    private final FileChannel file;
    private final FileBytes bytes;
    private final HeaderReader headers;
    private final boolean isTimeless;
    private final Iterator<Entry> entries;
    private final Queue<Part> parts = new ArrayDeque<>();
    private Optional<Ending> last;
    private Part part = NOTHING;
    private long at;

    /**
     * Bytes that were made, and then bytes of the file.
     *
     * @param isPacked whether they shrink no more
     */
    private record Part(ByteBuffer made, long from, long to, boolean isPacked) {}

    private JarParts(FileChannel file, FileBytes bytes, Optional<JarEntries> jar, boolean isTimeless) {
        this.file = file;
        this.bytes = bytes;
        this.headers = new HeaderReader(bytes);
        this.isTimeless = isTimeless && jar.isPresent();
        List<Entry> ordered = new ArrayList<>(jar.map(JarEntries::entries).orElse(List.of()));
        long first = ordered.isEmpty() ? bytes.size() : ordered.get(0).local();
        parts.add(part(0, first));
        if (this.isTimeless) {
            ordered.sort(BY_NAME);
        }
        this.entries = ordered.iterator();
        this.last = jar.filter(found -> !ordered.isEmpty()).map(found -> end(found, ordered, first));
    }

    /** Gives the last parts, when all before have been read. */
    @FunctionalInterface
    private interface Ending {
        void add() throws IOException;
    }

    private Ending end(JarEntries jar, List<Entry> ordered, long first) {
        return () -> {
            long after = jar.directory() + jar.directorySize();
            ByteBuffer directory = JarEntries.read(file, jar.directory(), jar.directorySize());
            parts.add(new Part(
                    isTimeless ? CentralDirectory.of(directory, ordered, first) : directory,
                    after,
                    bytes.size(),
                    false));
        };
    }

    /** How a jar is read. */
    public enum Mode {
        /** As one part, for those who do not ask what is compressed. */
        WHOLE,
        /** What is compressed apart from what is not. */
        PARTS,
        /**
         * In parts, as if its entries had been written all at one time, by a user of one umask, in the order of their
         * names: two builds of one source mostly give jars that differ in nothing but that. What the entries hold is not
         * touched, so signatures and the jar's size stay.
         */
        TIMELESS
    }

    /**
     * Opens a file.
     *
     * @throws IOException if the file cannot be read; what reads it throws {@link FileChangedException} if it is
     *     longer or shorter than it was
     */
    public static JarParts open(Path path, Mode mode) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            FileBytes bytes = new FileBytes(file);
            Optional<JarEntries> jar = mode == Mode.WHOLE ? Optional.empty() : JarEntries.of(file, bytes);
            return new JarParts(file, bytes, jar, mode == Mode.TIMELESS);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Part part(long from, long to) {
        return new Part(NOTHING.made(), from, to, false);
    }

    /** The manifest comes first, where {@code JarInputStream} looks for it. */
    private static int place(Entry entry) {
        return switch (entry.name()) {
            case "META-INF/" -> 0;
            case "META-INF/MANIFEST.MF" -> 1;
            default -> 2;
        };
    }

    /** Goes to the next part; false at the end of the file. */
    public boolean next() throws IOException {
        if (parts.isEmpty() && entries.hasNext()) {
            add(entries.next());
        } else if (parts.isEmpty() && last.isPresent()) {
            last.get().add();
            last = Optional.empty();
        }
        if (parts.isEmpty()) {
            if (file.size() != bytes.size()) {
                throw new FileChangedException();
            }
            return false;
        }
        part = parts.remove();
        at = part.from();
        return true;
    }

    /** Returns how many bytes the part has. */
    public long size() {
        return part.made().capacity() + part.to() - part.from();
    }

    /** Whether the bytes of the part shrink no more, since they are compressed. */
    public boolean isPacked() {
        return part.isPacked();
    }

    /** Reads into the array; returns how many bytes, or -1 at the end of the part. */
    public int read(byte[] chunk) throws IOException {
        if (part.made().hasRemaining()) {
            int count = Math.min(chunk.length, part.made().remaining());
            part.made().get(chunk, 0, count);
            return count;
        }
        if (at == part.to()) {
            return -1;
        }
        int count = bytes.read(chunk, at, part.to(), ahead(part.to()));
        at += count;
        return count;
    }

    /** Returns up to where it is of use to read: what follows is elsewhere if the entries are put into an order. */
    private long ahead(long end) {
        return isTimeless ? end : bytes.size();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void add(Entry entry) throws IOException {
        ByteBuffer header = headers.at(entry.local(), entry.end(), ahead(entry.end()));
        if (isTimeless) {
            EntryTimes.fixLocal(header);
        }
        long data = entry.local() + header.limit();
        boolean isPart = header.hasRemaining() && entry.packed() >= SMALLEST && data + entry.packed() <= entry.end();
        if (!isPart) {
            parts.add(new Part(header, data, entry.end(), false));
            return;
        }
        parts.add(new Part(header, data, data, false));
        parts.add(new Part(NOTHING.made(), data, data + entry.packed(), true));
        if (data + entry.packed() < entry.end()) {
            parts.add(part(data + entry.packed(), entry.end()));
        }
    }
}
