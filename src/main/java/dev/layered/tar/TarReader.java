package dev.layered.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Reads a tar archive from one entry to the next, as it comes.
 *
 * <p>Bounded whatever the bytes are: at most {@value #MOST_ENTRIES} entries, names of {@value #LONGEST_NAME}
 * characters and {@value #LONGEST_NAMES} in all, 256 KiB of headers before one entry. What goes beyond, is damaged or is
 * cut fails; so does an archive without the empty block that ends one.
 */
public final class TarReader {

    /** How many bytes of an archive tell that it is one. */
    public static final int BEGIN = TarBlocks.BLOCK;

    private static final int MOST_ENTRIES = 1_000_000;
    private static final int LONGEST_NAME = 4096;
    private static final int LONGEST_NAMES = 1 << 26;

    private final TarBlocks blocks;
    private final String source;
    private int entries;
    private long names;

    /** Is told of every entry. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Sees an entry with its content, which need not be read and ends with the entry.
         *
         * @param content of a file, else empty; of a sparse file not to be had: {@code tar-unreadable}
         */
        void visit(TarEntry entry, InputStream content) throws IOException;
    }

    /** The visitor inside this package, who may ask where the content stands. */
    @FunctionalInterface
    interface ContentVisitor {
        void visit(TarEntry entry, TarContent content) throws IOException;
    }

    private TarReader(InputStream in, String source) {
        this.blocks = new TarBlocks(in, source);
        this.source = source;
    }

    /** Whether an archive may begin with these bytes: with a header, or with its end. */
    public static boolean isTar(byte[] begin) {
        HeaderBlock block = new HeaderBlock(Arrays.copyOf(begin, BEGIN));
        return begin.length >= BEGIN && (block.isEmpty() || block.isWhole());
    }

    /**
     * Reads all entries; what stands behind the end of the archive is left unread.
     *
     * @param in is read in small pieces and left open
     * @param source where the bytes come from, for messages
     * @throws dev.layered.failure.LayeredFailure {@code tar-unreadable}, or {@code tar-path} for a path that leads out
     *     of the archive
     * @throws IOException what the visitor throws, nothing else
     */
    public static void read(InputStream in, String source, Visitor visitor) throws IOException {
        readContents(in, source, visitor::visit);
    }

    /** Does the same for a visitor who asks where the content stands. */
    static void readContents(InputStream in, String source, ContentVisitor visitor) throws IOException {
        new TarReader(in, source).readAll(visitor);
    }

    private void readAll(ContentVisitor visitor) throws IOException {
        TarHeaders headers = new TarHeaders(blocks);
        for (Optional<TarHeader> next = headers.next(); next.isPresent(); next = headers.next()) {
            TarEntry entry = entry(next.get());
            TarContent content = new TarContent(blocks, next.get());
            visitor.visit(entry, content);
            content.skipRest();
            blocks.skipPadding();
        }
    }

    private TarEntry entry(TarHeader header) {
        if (++entries > MOST_ENTRIES) {
            throw blocks.fault("it has more than " + MOST_ENTRIES + " entries");
        }
        String path = path(checked(header.written().path()));
        String link = checked(header.written().link());
        return switch (header.written().kind()) {
            case LINK -> header.entry(path, link);
            case HARD_LINK -> header.entry(path, path(link));
            default -> header.entry(path, "");
        };
    }

    private String checked(String name) {
        names += name.length();
        if (name.length() > LONGEST_NAME || names > LONGEST_NAMES || name.indexOf(0) >= 0) {
            throw blocks.fault("a name before byte " + blocks.position() + " is too long or damaged");
        }
        return name;
    }

    /** An absolute path is taken from the root of the archive, as all engines do. */
    private String path(String name) {
        StringJoiner path = new StringJoiner("/");
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                throw TarFailure.path(source, name);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                path.add(part);
            }
        }
        return path.toString();
    }
}
