package dev.layered.deflate;

import java.util.Arrays;

/** The symbols for lengths and distances, and how many more bits follow them (RFC 1951, 3.2.5 and 3.2.6). */
final class Symbols {

    static final int END_OF_BLOCK = 256;
    static final int LITERALS_AND_LENGTHS = 286;
    static final int DISTANCES = 30;

    static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    static final int[] DISTANCE_BITS = {
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13
    };
    static final int[] DISTANCE_BASE = distances();

    static final HuffmanCode FIXED = HuffmanCode.of(fixed());
    static final HuffmanCode FIXED_DISTANCES = HuffmanCode.of(fixedDistances());

    /** The index of a length's symbol above 257, by length. */
    private static final byte[] OF_LENGTH = lengths();

    private Symbols() {}

    /** Returns the index into the tables of lengths; its symbol is 257 above. */
    static int ofLength(int length) {
        return OF_LENGTH[length];
    }

    /** Returns the symbol of a distance from 1 to 32,768. */
    static int ofDistance(int distance) {
        int less = distance - 1;
        if (less < 2) {
            return less;
        }
        int top = 31 - Integer.numberOfLeadingZeros(less);
        return 2 * top + (less >>> (top - 1) & 1);
    }

    private static byte[] lengths() {
        byte[] symbols = new byte[259];
        for (int symbol = 0; symbol < LENGTH_BASE.length; symbol++) {
            int last = symbol + 1 < LENGTH_BASE.length ? LENGTH_BASE[symbol + 1] : 259;
            Arrays.fill(symbols, LENGTH_BASE[symbol], last, (byte) symbol);
        }
        return symbols;
    }

    private static int[] distances() {
        int[] bases = new int[DISTANCES];
        for (int symbol = 0, base = 1; symbol < DISTANCES; symbol++) {
            bases[symbol] = base;
            base += 1 << DISTANCE_BITS[symbol];
        }
        return bases;
    }

    private static byte[] fixed() {
        byte[] lengths = new byte[288];
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        return lengths;
    }

    private static byte[] fixedDistances() {
        byte[] lengths = new byte[DISTANCES];
        Arrays.fill(lengths, (byte) 5);
        return lengths;
    }
}
