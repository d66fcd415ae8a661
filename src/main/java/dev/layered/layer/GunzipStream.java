package dev.layered.layer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Reads gzip (RFC 1952): every member, to the end of the stream.
 *
 * <p>Java's own stream looks for a second member only where {@code available} tells of more bytes, and takes what
 * stands behind the last one for nothing. A stream that is cut, or goes on with something else, fails here.
 */
final class GunzipStream extends InputStream {

    private static final int PIECE = 1 << 16;
    private static final int HAS_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final PushbackInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private boolean ended;

    GunzipStream(InputStream in) throws IOException {
        this.in = new PushbackInputStream(in, PIECE);
        readHeader();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                crc.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("it needs a dictionary");
            } else {
                fill();
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void fill() throws IOException {
        int count = in.read(piece);
        if (count < 0) {
            throw new EOFException();
        }
        filled = count;
        inflater.setInput(piece, 0, count);
    }

    private void endMember() throws IOException {
        int rest = inflater.getRemaining();
        in.unread(piece, filled - rest, rest);
        if (number(4) != crc.getValue() || number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("its checksum is another");
        }
        int next = in.read();
        if (next < 0) {
            ended = true;
            return;
        }
        in.unread(next);
        inflater.reset();
        crc.reset();
        readHeader();
    }

    private void readHeader() throws IOException {
        if (number(3) != 0x088b1fL) {
            throw new ZipException("something else follows a member");
        }
        int flags = (int) number(1);
        number(4); // time
        number(2); // system and level
        if ((flags & HAS_EXTRA) != 0) {
            in.skipNBytes(number(2));
        }
        skipText((flags & HAS_NAME) != 0);
        skipText((flags & HAS_COMMENT) != 0);
        number((flags & HAS_CRC) != 0 ? 2 : 0);
    }

    private void skipText(boolean isThere) throws IOException {
        while (isThere && number(1) != 0) {
            // a name or a comment ends with a zero
        }
    }

    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            number |= (long) next << (8 * i);
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
