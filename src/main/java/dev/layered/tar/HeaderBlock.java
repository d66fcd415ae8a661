package dev.layered.tar;

import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * One header block, field by field (POSIX ustar and GNU tar).
 *
 * <p>A field that holds no number is an {@link IllegalArgumentException}.
 */
final class HeaderBlock {

    private static final int MODE = 100;
    private static final int UID = 108;
    private static final int GID = 116;
    private static final int SIZE = 124;
    private static final int TIME = 136;
    private static final int LINK = 157;
    private static final int PREFIX = 345;
    private static final int GNU_MORE = 482;
    private static final int GNU_REAL_SIZE = 483;

    private final byte[] block;

    HeaderBlock(byte[] block) {
        this.block = block;
    }

    /** Whether nothing but zeros is in it, which ends an archive. */
    boolean isEmpty() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether its sum is right. */
    boolean isWhole() {
        try {
            return TarUtils.verifyCheckSum(block);
        } catch (IllegalArgumentException e) {
            return false; // where the sum stands there is no number
        }
    }

    byte flag() {
        return block[TarConstants.LF_OFFSET];
    }

    /** Returns the name as POSIX has it: the long part of it may stand apart. */
    String name() {
        String name = text(0, TarConstants.NAMELEN);
        String magic = new String(block, TarConstants.MAGIC_OFFSET, TarConstants.MAGICLEN, StandardCharsets.US_ASCII);
        // GNU tar, whose magic ends in a space, has other things in this place
        String prefix = magic.equals(TarConstants.MAGIC_POSIX) ? text(PREFIX, TarConstants.PREFIXLEN) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    String link() {
        return text(LINK, TarConstants.NAMELEN);
    }

    int mode() {
        return (int) (number(MODE, TarConstants.MODELEN) & 07777);
    }

    long uid() {
        return number(UID, TarConstants.UIDLEN);
    }

    long gid() {
        return number(GID, TarConstants.GIDLEN);
    }

    long size() {
        return number(SIZE, TarConstants.SIZELEN);
    }

    long time() {
        return number(TIME, TarConstants.MODTIMELEN);
    }

    /** Returns the size with the holes of a sparse file of GNU tar. */
    long realSize() {
        return number(GNU_REAL_SIZE, TarConstants.REALSIZELEN_GNU);
    }

    /** Whether more of the map of a sparse file of GNU tar follows. */
    boolean hasMore() {
        return block[GNU_MORE] != 0;
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return new String(block, offset, end - offset, StandardCharsets.UTF_8);
    }

    private long number(int offset, int length) {
        return TarUtils.parseOctalOrBinary(block, offset, length);
    }
}
