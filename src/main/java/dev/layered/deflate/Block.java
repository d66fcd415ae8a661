package dev.layered.deflate;

import java.io.IOException;

/** The literals and matches of one block, which is written in the shortest of the forms that deflate has. */
final class Block {

    /** More in a block would follow the data less closely, fewer would pay for more code tables. */
    private static final int MOST = 1 << 14;

    /** So few symbols hardly ever pay for codes of their own, which have to be told. */
    private static final int FEW = 32;

    /** A block of bytes as they are has no more of them. */
    static final int LONGEST_STORED = 0xffff;

    private final int[] symbols = new int[MOST];
    private int count;

    /** The bytes that the symbols stand for. */
    private int size;

    private boolean isPoor;

    void literal(byte value) {
        symbols[count++] = value & 0xff;
        size++;
    }

    /** Adds a match of 3 to 258 bytes, 1 to 32,768 bytes back. */
    void match(int length, int distance) {
        symbols[count++] = length << 16 | distance;
        size += length;
    }

    boolean isFull() {
        return count == MOST;
    }

    /** Whether this one is empty, and the one before it took hardly less than the bytes as they are. */
    boolean followsPoor() {
        return isPoor && count == 0;
    }

    /** Forgets what the block before this one took. */
    void forget() {
        isPoor = false;
    }

    /**
     * Writes the block, unless it is empty, and empties it.
     *
     * @param bytes with what the block stands for before {@code end}, at least the last 32 KB of it
     */
    void write(BitOutput out, byte[] bytes, int end) throws IOException {
        if (count == 0) {
            return;
        }
        Codes codes = count < FEW ? Codes.fixed(symbols, count) : Codes.best(symbols, count);
        long stored = 10 + 8L * (4 + size); // at most: as bits are filled up to a byte
        if (size <= Window.REACH && stored <= codes.cost()) {
            store(out, bytes, end - size, size);
        } else {
            codes.begin(out);
            write(out, codes.literals(), codes.distances());
        }
        isPoor = codes.cost() > stored / 64 * 63;
        count = 0;
        size = 0;
    }

    private void write(BitOutput out, HuffmanCode literalCode, HuffmanCode distanceCode) throws IOException {
        int[] codes = literalCode.codes();
        byte[] lengths = literalCode.lengths();
        for (int i = 0; i < count; i++) {
            int symbol = symbols[i];
            int length = symbol >>> 16;
            if (length == 0) {
                out.put(codes[symbol], lengths[symbol]);
                continue;
            }
            int distance = symbol & 0xffff;
            int ofLength = Symbols.ofLength(length);
            int ofDistance = Symbols.ofDistance(distance);
            int code = Symbols.END_OF_BLOCK + 1 + ofLength;
            long bits = codes[code];
            int used = lengths[code];
            bits |= (long) (length - Symbols.LENGTH_BASE[ofLength]) << used;
            used += Symbols.LENGTH_BITS[ofLength];
            bits |= (long) distanceCode.codes()[ofDistance] << used;
            used += distanceCode.lengths()[ofDistance];
            bits |= (long) (distance - Symbols.DISTANCE_BASE[ofDistance]) << used;
            out.put(bits, used + Symbols.DISTANCE_BITS[ofDistance]);
        }
        out.put(codes[Symbols.END_OF_BLOCK], lengths[Symbols.END_OF_BLOCK]);
    }

    /** Writes bytes as they are, in as many blocks as it takes. */
    static void store(BitOutput out, byte[] bytes, int from, int length) throws IOException {
        for (int at = from, end = from + length; at < end; ) {
            int part = Math.min(LONGEST_STORED, end - at);
            begin(out, part);
            out.bytes(bytes, at, part);
            at += part;
        }
    }

    /** Writes what stands before bytes that follow as they are, at most 65,535. */
    static void begin(BitOutput out, int length) throws IOException {
        out.put(0, 3);
        out.align();
        out.put(length | (~length & 0xffffL) << 16, 32);
    }
}
