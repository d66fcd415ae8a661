package dev.layered.tar;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads the headers of one entry after the other: the plain one, and the extended ones of POSIX and GNU before it. */
final class TarHeaders {

    /** The most that stands before one entry: a name and attributes; Linux has at most 64 KiB of these. */
    private static final int LARGEST = 1 << 18;

    private static final int SPARSE_MORE = 504;

    private final TarBlocks blocks;
    private final Map<String, String> global = new HashMap<>();
    private Map<String, String> extended = Map.of();
    private int before;

    TarHeaders(TarBlocks blocks) {
        this.blocks = blocks;
    }

    /**
     * Returns the next entry, or empty at the end of the archive; the blocks then stand at its content.
     *
     * @throws dev.layered.failure.LayeredFailure {@code tar-unreadable}
     */
    Optional<TarHeader> next() {
        extended = new HashMap<>(global);
        before = 0;
        for (HeaderBlock block = block(); !block.isEmpty(); block = block()) {
            try {
                if (!readExtended(block)) {
                    if (block.flag() == TarConstants.LF_GNUTYPE_SPARSE) {
                        skipMap(block);
                    }
                    return Optional.of(TarHeader.of(block, extended));
                }
            } catch (IllegalArgumentException e) {
                throw blocks.fault("a header before byte " + blocks.position() + " is damaged");
            }
        }
        return Optional.empty();
    }

    private HeaderBlock block() {
        long start = blocks.position();
        HeaderBlock block = new HeaderBlock(blocks.bytes(TarBlocks.BLOCK));
        if (block.isEmpty() || block.isWhole()) {
            return block;
        }
        throw blocks.fault(start == 0 ? "it is no tar" : "no header stands at byte " + start);
    }

    /** Returns whether the block begins an extended header, which is read then. */
    private boolean readExtended(HeaderBlock block) {
        switch (block.flag()) {
            case TarConstants.LF_PAX_EXTENDED_HEADER_LC, TarConstants.LF_PAX_EXTENDED_HEADER_UC ->
                putAll(PaxRecords.parse(content(block)), extended);
            case TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER -> {
                Map<String, String> records = PaxRecords.parse(content(block));
                putAll(records, global);
                putAll(records, extended);
            }
            case TarConstants.LF_GNUTYPE_LONGNAME -> extended.put("path", text(content(block)));
            case TarConstants.LF_GNUTYPE_LONGLINK -> extended.put("linkpath", text(content(block)));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** An empty value takes back what a global header says. */
    private static void putAll(Map<String, String> records, Map<String, String> to) {
        records.forEach((key, value) -> {
            if (TarHeader.KEYS.contains(key)) {
                to.put(key, value);
            }
            if (value.isEmpty()) {
                to.remove(key);
            }
        });
    }

    private byte[] content(HeaderBlock block) {
        long size = block.size();
        count(size);
        byte[] content = blocks.bytes((int) size);
        blocks.skipPadding();
        return content;
    }

    private void skipMap(HeaderBlock sparse) {
        for (boolean more = sparse.hasMore(); more; ) {
            count(0);
            more = blocks.bytes(TarBlocks.BLOCK)[SPARSE_MORE] != 0;
        }
    }

    private void count(long size) {
        if (size < 0 || size > LARGEST - TarBlocks.BLOCK - before) {
            throw blocks.fault("an extended header before byte " + blocks.position() + " is too large");
        }
        before += (int) size + TarBlocks.BLOCK;
    }

    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
