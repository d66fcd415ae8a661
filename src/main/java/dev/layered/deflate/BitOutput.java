package dev.layered.deflate;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes bits, the least significant first (RFC 1951, 3.1.1). */
final class BitOutput {

    private static final int BUFFER = 1 << 13;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
        int whole = bitCount >>> 3;
        LONG.set(buffer, count, bits);
        count += whole;
        bits = whole == Long.BYTES ? 0 : bits >>> (whole << 3);
        bitCount &= 7;
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
        flush();
        out.write(bytes, from, length);
    }

    /** Hands on every byte that is whole. */
    void flush() throws IOException {
        out.write(buffer, 0, count);
        count = 0;
    }
}
