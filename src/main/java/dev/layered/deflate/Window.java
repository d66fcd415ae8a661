package dev.layered.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes that matches may reach back to, and where sequences of three of them stand. */
final class Window {

    /** How far a match reaches back, in bytes. */
    static final int REACH = 1 << 15;

    /** A match is found only where so many bytes follow, unless the segment ends. */
    static final int LOOKAHEAD = 258 + 4;

    private static final int CAPACITY = 8 * REACH;
    private static final int MASK = REACH - 1;
    private static final int LONGEST = 258;
    private static final int HASH_BITS = 15;
    private static final int NONE = -1;

    /** As many places as are tried, a quarter where what is found is good; what is long enough ends the search. */
    private static final int TRIES = 128;

    private static final int GOOD = 8;
    private static final int NICE = 128;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    final byte[] bytes = new byte[CAPACITY + Long.BYTES];
    int end;
    private final int[] heads = new int[1 << HASH_BITS];
    private final int[] former = new int[REACH];
    private int found;

    Window() {
        Arrays.fill(heads, NONE);
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
        slide(heads, by);
        slide(former, by);
        return by;
    }

    private static void slide(int[] positions, int by) {
        for (int i = 0; i < positions.length; i++) {
            positions[i] = Math.max(positions[i] - by, NONE);
        }
    }

    /** Remembers the three bytes at a position; returns where they stood last, or less than nothing. */
    int remember(int position) {
        int hash = ((int) INT.get(bytes, position) & 0xffffff) * 0x9e3779b1 >>> 32 - HASH_BITS;
        int last = heads[hash];
        former[position & MASK] = last;
        heads[hash] = position;
        return last;
    }

    /**
     * Returns the length of the longest match for what stands at a position, if it is longer than {@code least}.
     *
     * @param first where to look first, then further back
     * @return {@code least} if there is none; {@link #found} tells where it is
     */
    int longest(int position, int first, int least) {
        int most = Math.min(LONGEST, end - position);
        int best = least;
        if (best >= most) {
            return best;
        }
        int limit = Math.max(NONE, position - REACH);
        int tries = least >= GOOD ? TRIES / 4 : TRIES;
        short ending = (short) SHORT.get(bytes, position + best - 1);
        for (int at = first; at > limit && tries > 0; at = former[at & MASK], tries--) {
            if ((short) SHORT.get(bytes, at + best - 1) != ending) {
                continue;
            }
            int length = same(at, position, most);
            if (length > best) {
                best = length;
                found = at;
                if (length >= Math.min(NICE, most)) {
                    break;
                }
                ending = (short) SHORT.get(bytes, position + best - 1);
            }
        }
        return best;
    }

    int found() {
        return found;
    }

    private int same(int a, int b, int most) {
        int length = 0;
        while (length < most) {
            long difference = (long) LONG.get(bytes, a + length) ^ (long) LONG.get(bytes, b + length);
            if (difference != 0) {
                return Math.min(most, length + (Long.numberOfTrailingZeros(difference) >>> 3));
            }
            length += Long.BYTES;
        }
        return most;
    }
}
