package dev.layered.deflate;

import java.util.Arrays;

/**
 * The bytes that matches may reach back to, and where sequences of three and of four of them stand.
 *
 * <p>Written for a young JVM, too: plain loops over arrays, of which little is to be compiled before they are fast.
 */
final class Window {

    /** How far a match reaches back, in bytes. */
    static final int REACH = 1 << 15;

    /** A match is found only where so many bytes follow, unless the segment ends. */
    static final int LOOKAHEAD = 258 + 4;

    /** A position is remembered, and looked for, by so many bytes. */
    static final int REMEMBERED = 4;

    /** No match is shorter. */
    static final int SHORTEST = 3;

    private static final int LONGEST = 258;
    private static final int CAPACITY = 8 * REACH;
    private static final int MASK = REACH - 1;
    private static final int NONE = -1;

    /** A match of three bytes from further back takes more bits than the bytes. */
    private static final int NEAR = 4096;

    /** As many places as are tried, a quarter where what is found is good; what is long enough ends the search. */
    private static final int TRIES = 24;

    private static final int GOOD = 8;
    private static final int NICE = 48;

    private static final int MULTIPLIER = 0x9e3779b1;
    private static final int SHIFT_OF_THREE = 32 - 14;
    private static final int SHIFT = 32 - 15;

    final byte[] bytes = new byte[CAPACITY];
    int end;

    /** Where the match begins that {@link #longest} found. */
    int found;

    /** Where a hash of three bytes stood last; the same for four, and for each place the one before it. */
    private final int[] lastOfThree = new int[1 << 32 - SHIFT_OF_THREE];

    private final int[] last = new int[1 << 32 - SHIFT];
    private final int[] former = new int[REACH];

    Window() {
        Arrays.fill(lastOfThree, NONE);
        Arrays.fill(last, NONE);
    }

    /** Returns how many bytes have room. */
    int room() {
        return CAPACITY - end;
    }

    void add(byte[] from, int offset, int length) {
        System.arraycopy(from, offset, bytes, end, length);
        end += length;
    }

    /** Forgets what no match from {@code position} on reaches; returns by how much all positions are less. */
    int slide(int position) {
        int by = Math.max(0, position - REACH) & ~MASK;
        System.arraycopy(bytes, by, bytes, 0, end - by);
        end -= by;
        slide(lastOfThree, by);
        slide(last, by);
        slide(former, by);
        return by;
    }

    private static void slide(int[] positions, int by) {
        for (int i = 0; i < positions.length; i++) {
            positions[i] = Math.max(positions[i] - by, NONE);
        }
    }

    /** Remembers positions, at each of which there are {@link #REMEMBERED} bytes. */
    void remember(int from, int to) {
        byte[] all = bytes;
        for (int position = from; position < to; position++) {
            int three = three(all, position);
            lastOfThree[three * MULTIPLIER >>> SHIFT_OF_THREE] = position;
            int hash = (three | all[position + 3] << 24) * MULTIPLIER >>> SHIFT;
            former[position & MASK] = last[hash];
            last[hash] = position;
        }
    }

    private static int three(byte[] all, int at) {
        return all[at] & 0xff | (all[at + 1] & 0xff) << 8 | (all[at + 2] & 0xff) << 16;
    }

    /**
     * Returns the length of the longest match for what stands at a position, if it is longer than {@code least}, and
     * remembers the position.
     *
     * @return {@code least} if there is none; {@link #found} tells where it is
     */
    int longest(int position, int least) {
        byte[] all = bytes;
        int three = three(all, position);
        int hashOfThree = three * MULTIPLIER >>> SHIFT_OF_THREE;
        int hash = (three | all[position + 3] << 24) * MULTIPLIER >>> SHIFT;
        int near = lastOfThree[hashOfThree];
        int at = last[hash];
        lastOfThree[hashOfThree] = position;
        former[position & MASK] = at;
        last[hash] = position;
        int most = Math.min(LONGEST, end - position);
        int best = least;
        if (best < SHORTEST && near >= Math.max(0, position - NEAR) && three(all, near) == three) {
            best = SHORTEST;
            found = near;
        }
        int nice = Math.min(NICE, most);
        int limit = Math.max(0, position - REACH + 1);
        for (int tries = least < GOOD ? TRIES : TRIES / 4; at >= limit && tries > 0 && best < nice; tries--) {
            if (all[at + best] == all[position + best] && all[at + best - 1] == all[position + best - 1]) {
                int length = 0;
                while (length < most && all[at + length] == all[position + length]) {
                    length++;
                }
                if (length > best) {
                    best = length;
                    found = at;
                }
            }
            at = former[at & MASK];
        }
        return best;
    }
}
