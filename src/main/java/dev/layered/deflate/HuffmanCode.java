package dev.layered.deflate;

import java.util.Arrays;

/**
 * A Huffman code: for each symbol its bits, in the order in which they are written, and how many (RFC 1951, 3.2.2).
 *
 * @param lengths 0 for symbols that do not occur
 */
record HuffmanCode(int[] codes, byte[] lengths) {

    /** The longest code that deflate has, in bits. */
    static final int LONGEST = 15;

    private static final int[] GAPS = {57, 23, 10, 4, 1};

    /** Returns the code that the lengths alone tell. */
    static HuffmanCode of(byte[] lengths) {
        int[] perLength = new int[LONGEST + 1];
        for (byte length : lengths) {
            perLength[length]++;
        }
        perLength[0] = 0;
        int[] next = new int[LONGEST + 1];
        for (int length = 1; length <= LONGEST; length++) {
            next[length] = next[length - 1] + perLength[length - 1] << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> (32 - length);
            }
        }
        return new HuffmanCode(codes, lengths);
    }

    /** Returns how many bits these symbols take. */
    long cost(int[] frequencies) {
        long bits = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            bits += (long) frequencies[symbol] * lengths[symbol];
        }
        return bits;
    }

    /**
     * Returns the shortest code for symbols that occur so often, with no code longer than the limit; at least two
     * symbols have one, since some readers take no less.
     *
     * <p>Each loop stands in a method of its own: a young JVM compiles a method with all that it calls, once for each of
     * its loops, which took longer than the encoding of an application.
     */
    static HuffmanCode best(int[] frequencies, int limit) {
        long[] used = used(frequencies);
        sort(used);
        int[] perLength = limited(depths(used), limit);
        return of(lengths(used, perLength, frequencies.length));
    }

    /** Returns the symbols that have a code, each below how often it occurs. */
    private static long[] used(int[] frequencies) {
        long[] used = new long[frequencies.length];
        int count = 0;
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                used[count++] = (long) frequencies[symbol] << 16 | symbol;
            }
        }
        for (int symbol = 0; count < 2; symbol++) {
            if (frequencies[symbol] == 0) {
                used[count++] = 1L << 16 | symbol;
            }
        }
        return Arrays.copyOf(used, count);
    }

    /** Gives the rarest symbols the longest codes. */
    private static byte[] lengths(long[] sorted, int[] perLength, int symbols) {
        byte[] lengths = new byte[symbols];
        int next = sorted.length;
        for (int length = 1; length < perLength.length; length++) {
            for (int i = 0; i < perLength[length]; i++) {
                lengths[(int) (sorted[--next] & 0xffff)] = (byte) length;
            }
        }
        return lengths;
    }

    /** Shell's sort: Java's own is a hundred times more code, which a young JVM would compile for these few. */
    private static void sort(long[] values) {
        for (int gap : GAPS) {
            sort(values, gap);
        }
    }

    private static void sort(long[] values, int gap) {
        for (int i = gap; i < values.length; i++) {
            long value = values[i];
            int at = i;
            for (; at >= gap && values[at - gap] > value; at -= gap) {
                values[at] = values[at - gap];
            }
            values[at] = value;
        }
    }

    /** Returns how deep each leaf lies in the tree, the rarest first. */
    private static int[] depths(long[] sorted) {
        int[] parents = parents(sorted);
        int[] depths = new int[parents.length];
        for (int node = parents.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
        }
        return Arrays.copyOf(depths, sorted.length);
    }

    /** Returns the tree, leaves first and the root last: two queues, as the leaves are sorted. */
    private static int[] parents(long[] sorted) {
        int count = sorted.length;
        long[] weights = new long[2 * count - 1];
        int[] parents = new int[2 * count - 1];
        int leaf = 0;
        int inner = count;
        for (int node = count; node < 2 * count - 1; node++) {
            for (int child = 0; child < 2; child++) {
                boolean isLeaf = leaf < count && (inner >= node || sorted[leaf] >>> 16 <= weights[inner]);
                weights[node] += isLeaf ? sorted[leaf] >>> 16 : weights[inner];
                parents[isLeaf ? leaf++ : inner++] = node;
            }
        }
        return parents;
    }

    /** Returns how many codes there are of each length when none is longer than the limit (Kraft's sum stays 1). */
    private static int[] limited(int[] depths, int limit) {
        int[] perLength = new int[limit + 1];
        for (int depth : depths) {
            perLength[Math.min(depth, limit)]++;
        }
        long total = 0;
        for (int length = 1; length <= limit; length++) {
            total += (long) perLength[length] << (limit - length);
        }
        while (total > 1L << limit) {
            perLength[limit]--;
            int shorter = limit - 1;
            while (perLength[shorter] == 0) {
                shorter--;
            }
            perLength[shorter]--;
            perLength[shorter + 1] += 2;
            total--;
        }
        return perLength;
    }
}
