package dev.layered.deflate;

import java.io.IOException;
import java.util.Arrays;

/** How a block tells its two codes: their lengths, run by run, in a third code (RFC 1951, 3.2.7). */
final class CodeTable {

    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int LONGEST = 7;

    /** Repeats the length before it, 3 to 6 times; zeros, 3 to 10 times; zeros, 11 to 138 times. */
    private static final int REPEAT = 16;

    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int[] EXTRA_BITS = {2, 3, 7};

    private final int literals;
    private final int distances;
    private final int[] runs;
    private int runCount;
    private final int[] frequencies = new int[ORDER.length];
    private final HuffmanCode code;
    private final int told;

    CodeTable(HuffmanCode literalCode, HuffmanCode distanceCode) {
        this.literals = Math.max(257, used(literalCode.lengths()));
        this.distances = Math.max(1, used(distanceCode.lengths()));
        byte[] lengths = Arrays.copyOf(literalCode.lengths(), literals + distances);
        System.arraycopy(distanceCode.lengths(), 0, lengths, literals, distances);
        this.runs = new int[lengths.length];
        find(lengths);
        this.code = HuffmanCode.best(frequencies, LONGEST);
        int last = ORDER.length;
        while (last > 4 && code.lengths()[ORDER[last - 1]] == 0) {
            last--;
        }
        this.told = last;
    }

    private static int used(byte[] lengths) {
        int count = lengths.length;
        while (count > 0 && lengths[count - 1] == 0) {
            count--;
        }
        return count;
    }

    private void find(byte[] lengths) {
        for (int at = 0; at < lengths.length; ) {
            int length = lengths[at];
            int end = at + 1;
            while (end < lengths.length && lengths[end] == length) {
                end++;
            }
            if (length != 0) {
                run(length, 0);
                at++;
            }
            at = length == 0 ? zeros(at, end) : repeats(at, end);
            while (at < end) {
                run(length, 0);
                at++;
            }
        }
    }

    private int zeros(int from, int end) {
        int at = from;
        while (end - at >= 3) {
            int count = Math.min(end - at, 138);
            run(count > 10 ? MANY_ZEROS : ZEROS, count - (count > 10 ? 11 : 3));
            at += count;
        }
        return at;
    }

    private int repeats(int from, int end) {
        int at = from;
        while (end - at >= 3) {
            int count = Math.min(end - at, 6);
            run(REPEAT, count - 3);
            at += count;
        }
        return at;
    }

    private void run(int symbol, int extra) {
        runs[runCount++] = symbol | extra << 8;
        frequencies[symbol]++;
    }

    /** Returns the number of bits that it takes to tell the codes. */
    long cost() {
        long extra = 0;
        for (int symbol = REPEAT; symbol <= MANY_ZEROS; symbol++) {
            extra += (long) frequencies[symbol] * EXTRA_BITS[symbol - REPEAT];
        }
        return 5 + 5 + 4 + 3L * told + code.cost(frequencies) + extra;
    }

    void write(BitOutput out) throws IOException {
        out.put(literals - 257, 5);
        out.put(distances - 1, 5);
        out.put(told - 4, 4);
        for (int i = 0; i < told; i++) {
            out.put(code.lengths()[ORDER[i]], 3);
        }
        for (int i = 0; i < runCount; i++) {
            int symbol = runs[i] & 0xff;
            out.put(code.codes()[symbol], code.lengths()[symbol]);
            if (symbol >= REPEAT) {
                out.put(runs[i] >>> 8, EXTRA_BITS[symbol - REPEAT]);
            }
        }
    }
}
