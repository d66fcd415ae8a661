package dev.layered.deflate;

import java.io.IOException;
import java.io.OutputStream;

/** Writes bits, the least significant first (RFC 1951, 3.1.1). */
final class BitOutput {

    private static final int BUFFER = 1 << 13;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER + Long.BYTES];
    private int count;
    private long bits;
    private int bitCount;

    BitOutput(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes bits.
     *
     * @param value without bits above the length
     * @param length from 0 to 48
     */
    void put(long value, int length) throws IOException {
        bits |= value << bitCount;
        bitCount += length;
        while (bitCount >= Byte.SIZE) {
            buffer[count++] = (byte) bits;
            bits >>>= Byte.SIZE;
            bitCount -= Byte.SIZE;
        }
        if (count >= BUFFER) {
            flush();
        }
    }

    /** Fills the byte that has been begun with zeros. */
    void align() throws IOException {
        if (bitCount > 0) {
            put(0, 8 - bitCount);
        }
    }

    /** Writes whole bytes; only after {@link #align}. */
    void bytes(byte[] bytes, int from, int length) throws IOException {
        if (length <= BUFFER - count) {
            System.arraycopy(bytes, from, buffer, count, length);
            count += length;
        } else {
            flush();
            out.write(bytes, from, length);
        }
    }

    /** Hands on every byte that is whole. */
    void flush() throws IOException {
        out.write(buffer, 0, count);
        count = 0;
    }
}
