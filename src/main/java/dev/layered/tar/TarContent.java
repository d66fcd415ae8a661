package dev.layered.tar;

import java.io.InputStream;
import java.util.Objects;

/** The content of one entry while the archive is read. */
final class TarContent extends InputStream {

    private final TarBlocks blocks;
    private final TarHeader header;
    private final long end;

    TarContent(TarBlocks blocks, TarHeader header) {
        this.blocks = blocks;
        this.header = header;
        this.end = blocks.position() + header.stored();
        if (end < 0) {
            throw blocks.fault("no file is that large, at byte " + blocks.position());
        }
    }

    /** Returns where the content begins in the archive, before it is read. */
    long start() {
        return end - header.stored();
    }

    /** Whether what is stored is the content. */
    boolean isPlain() {
        return !header.sparse();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!isPlain()) {
            throw blocks.fault("the file before byte " + start() + " is stored with holes");
        }
        int most = (int) Math.min(length, end - blocks.position());
        return most <= 0 || header.written().kind() != TarEntry.Kind.FILE ? -1 : blocks.read(bytes, offset, most);
    }

    /** Goes to the end of the content. */
    void skipRest() {
        blocks.skip(end - blocks.position());
    }
}
