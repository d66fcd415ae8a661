package dev.layered.tar;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * What the headers of one entry say together: extended ones go before the plain one.
 *
 * @param written the entry with path and link as they are written
 * @param stored the bytes that follow the headers, without the padding
 * @param sparse whether the file has holes, so that what is stored is not its content
 */
record TarHeader(TarEntry written, long stored, boolean sparse) {

    private static final String SPARSE_NAME = "GNU.sparse.name";
    private static final String SPARSE_SIZE_0 = "GNU.sparse.size";
    private static final String SPARSE_SIZE_1 = "GNU.sparse.realsize";

    /** What of an extended header is of use. */
    static final Set<String> KEYS =
            Set.of("path", "linkpath", "size", "uid", "gid", "mtime", SPARSE_NAME, SPARSE_SIZE_0, SPARSE_SIZE_1);

    private static final Pattern TIME = Pattern.compile("(-?)(\\d{1,17})(?:\\.(\\d*))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    /**
     * Puts the fields together.
     *
     * @throws IllegalArgumentException if a value is none or cannot be
     */
    static TarHeader of(HeaderBlock block, Map<String, String> extended) {
        String path = extended.getOrDefault(SPARSE_NAME, extended.getOrDefault("path", block.name()));
        TarEntry.Kind kind = kind(block.flag(), path);
        // links, directories and devices have no content, whatever size they tell
        boolean isHeaderOnly = block.flag() >= TarConstants.LF_LINK && block.flag() <= TarConstants.LF_FIFO;
        long stored = isHeaderOnly ? 0 : number(extended, "size", block.size());
        boolean isOldSparse = block.flag() == TarConstants.LF_GNUTYPE_SPARSE;
        boolean isSparse = isOldSparse || extended.containsKey(SPARSE_SIZE_0) || extended.containsKey(SPARSE_SIZE_1);
        long size = isOldSparse ? block.realSize() : stored;
        size = number(extended, SPARSE_SIZE_1, number(extended, SPARSE_SIZE_0, size));
        TarEntry.Owner owner =
                new TarEntry.Owner(number(extended, "uid", block.uid()), number(extended, "gid", block.gid()));
        if (stored < 0 || size < 0 || owner.uid() < 0 || owner.gid() < 0) {
            throw new IllegalArgumentException("size or owner");
        }
        TarEntry written = new TarEntry(
                path,
                kind,
                block.mode(),
                owner,
                time(block, extended.get("mtime")),
                kind == TarEntry.Kind.FILE ? size : 0,
                extended.getOrDefault("linkpath", block.link()));
        return new TarHeader(written, stored, isSparse);
    }

    /** Returns the entry with this path and link. */
    TarEntry entry(String path, String link) {
        return new TarEntry(
                path, written.kind(), written.mode(), written.owner(), written.time(), written.size(), link);
    }

    private static TarEntry.Kind kind(byte flag, String path) {
        return switch (flag) {
            case TarConstants.LF_DIR -> TarEntry.Kind.DIRECTORY;
            case TarConstants.LF_SYMLINK -> TarEntry.Kind.LINK;
            case TarConstants.LF_LINK -> TarEntry.Kind.HARD_LINK;
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM ->
                // the slash is older than the flag
                path.endsWith("/") ? TarEntry.Kind.DIRECTORY : TarEntry.Kind.FILE;
            case TarConstants.LF_CONTIG, TarConstants.LF_GNUTYPE_SPARSE -> TarEntry.Kind.FILE;
            default -> TarEntry.Kind.OTHER;
        };
    }

    private static Instant time(HeaderBlock block, String extended) {
        try {
            return Instant.ofEpochSecond(extended == null ? block.time() : seconds(extended));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the whole seconds, rounded down. */
    private static long seconds(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("mtime");
        }
        long seconds = Long.parseLong(time.group(2));
        boolean isBetween = time.group(3) != null && time.group(3).chars().anyMatch(c -> c != '0');
        return time.group(1).isEmpty() ? seconds : isBetween ? -seconds - 1 : -seconds;
    }

    private static long number(Map<String, String> extended, String key, long plain) {
        String text = extended.get(key);
        if (text == null) {
            return plain;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(key);
        }
        return Long.parseLong(text);
    }
}
