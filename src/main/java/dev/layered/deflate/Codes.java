package dev.layered.deflate;

import java.io.IOException;
import java.util.Optional;

/**
 * The codes that a block is written with.
 *
 * @param table tells them, unless they are the fixed ones
 * @param cost of the block with its end, its header and what the codes are told in, in bits
 */
record Codes(HuffmanCode literals, HuffmanCode distances, Optional<CodeTable> table, long cost) {

    /** How a block begins: whether it is the last one, which none of these is, and its form. */
    private static final int BEGINNING = 3;

    private static final int FIXED_FORM = 0b010;
    private static final int OWN_FORM = 0b100;

    /** For more symbols than these the fixed codes are never the shortest: to tell others takes about 100 bytes. */
    private static final int MANY = 1 << 10;

    /** Returns the fixed codes. */
    static Codes fixed(int[] symbols, int count) {
        byte[] literals = Symbols.FIXED.lengths();
        byte[] distances = Symbols.FIXED_DISTANCES.lengths();
        long cost = BEGINNING + literals[Symbols.END_OF_BLOCK];
        for (int i = 0; i < count; i++) {
            int length = symbols[i] >>> 16;
            if (length == 0) {
                cost += literals[symbols[i]];
            } else {
                int ofLength = Symbols.ofLength(length);
                int ofDistance = Symbols.ofDistance(symbols[i] & 0xffff);
                cost += literals[Symbols.END_OF_BLOCK + 1 + ofLength] + Symbols.LENGTH_BITS[ofLength];
                cost += distances[ofDistance] + Symbols.DISTANCE_BITS[ofDistance];
            }
        }
        return new Codes(Symbols.FIXED, Symbols.FIXED_DISTANCES, Optional.empty(), cost);
    }

    /** Returns the codes that are shortest with what it takes to tell them. */
    static Codes best(int[] symbols, int count) {
        int[] literals = new int[Symbols.LITERALS_AND_LENGTHS];
        int[] distances = new int[Symbols.DISTANCES];
        literals[Symbols.END_OF_BLOCK] = 1;
        count(symbols, count, literals, distances);
        HuffmanCode literalCode = HuffmanCode.best(literals, HuffmanCode.LONGEST);
        HuffmanCode distanceCode = HuffmanCode.best(distances, HuffmanCode.LONGEST);
        CodeTable table = new CodeTable(literalCode, distanceCode);
        long cost = BEGINNING + table.cost() + literalCode.cost(literals) + distanceCode.cost(distances);
        for (int i = 0; i < Symbols.LENGTH_BITS.length; i++) {
            cost += (long) Symbols.LENGTH_BITS[i] * literals[Symbols.END_OF_BLOCK + 1 + i];
        }
        for (int i = 0; i < Symbols.DISTANCES; i++) {
            cost += (long) Symbols.DISTANCE_BITS[i] * distances[i];
        }
        Codes own = new Codes(literalCode, distanceCode, Optional.of(table), cost);
        if (count > MANY) {
            return own;
        }
        Codes fixed = fixed(symbols, count);
        return fixed.cost() <= cost ? fixed : own;
    }

    private static void count(int[] symbols, int count, int[] literals, int[] distances) {
        for (int i = 0; i < count; i++) {
            int length = symbols[i] >>> 16;
            if (length == 0) {
                literals[symbols[i]]++;
            } else {
                literals[Symbols.END_OF_BLOCK + 1 + Symbols.ofLength(length)]++;
                distances[Symbols.ofDistance(symbols[i] & 0xffff)]++;
            }
        }
    }

    /** Begins the block. */
    void begin(BitOutput out) throws IOException {
        out.put(table.isPresent() ? OWN_FORM : FIXED_FORM, BEGINNING);
        if (table.isPresent()) {
            table.get().write(out);
        }
    }
}
