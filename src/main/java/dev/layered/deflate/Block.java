package dev.layered.deflate;

import java.io.IOException;
import java.util.Arrays;

/** The literals and matches of one block, which is written in the shortest of the forms that deflate has. */
final class Block {

    /** More in a block would follow the data less closely, fewer would pay for more code tables. */
    private static final int MOST = 1 << 14;

    /** A block of bytes as they are has no more of them. */
    static final int LONGEST_STORED = 0xffff;

    private final int[] symbols = new int[MOST];
    private final int[] literals = new int[Symbols.LITERALS_AND_LENGTHS];
    private final int[] distances = new int[Symbols.DISTANCES];
    private int count;
    private long extraBits;

    /** The bytes that the symbols stand for. */
    private int size;

    void literal(byte value) {
        symbols[count++] = value & 0xff;
        literals[value & 0xff]++;
        size++;
    }

    /** Adds a match of 3 to 258 bytes, 1 to 32,768 bytes back. */
    void match(int length, int distance) {
        symbols[count++] = length << 16 | distance;
        int lengthSymbol = Symbols.ofLength(length);
        int distanceSymbol = Symbols.ofDistance(distance);
        literals[Symbols.END_OF_BLOCK + 1 + lengthSymbol]++;
        distances[distanceSymbol]++;
        extraBits += Symbols.LENGTH_BITS[lengthSymbol] + Symbols.DISTANCE_BITS[distanceSymbol];
        size += length;
    }

    boolean isFull() {
        return count == MOST;
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
        literals[Symbols.END_OF_BLOCK] = 1;
        HuffmanCode literalCode = HuffmanCode.best(literals, HuffmanCode.LONGEST);
        HuffmanCode distanceCode = HuffmanCode.best(distances, HuffmanCode.LONGEST);
        CodeTable table = new CodeTable(literalCode, distanceCode);
        long own = table.cost() + literalCode.cost(literals) + distanceCode.cost(distances);
        long fixed = Symbols.FIXED.cost(literals) + Symbols.FIXED_DISTANCES.cost(distances);
        long stored = 7 + 8L * (4 + size);
        if (size <= Window.REACH && stored <= extraBits + Math.min(own, fixed)) {
            store(out, bytes, end - size, size);
        } else if (fixed <= own) {
            out.put(0b010, 3);
            write(out, Symbols.FIXED, Symbols.FIXED_DISTANCES);
        } else {
            out.put(0b100, 3);
            table.write(out);
            write(out, literalCode, distanceCode);
        }
        count = 0;
        size = 0;
        extraBits = 0;
        Arrays.fill(literals, 0);
        Arrays.fill(distances, 0);
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
