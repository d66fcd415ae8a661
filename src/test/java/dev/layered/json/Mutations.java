package dev.layered.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages documents the same way on every run: the Random is seeded by the test. */
public final class Mutations {

    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "1e400",
            "9223372036854775808",
            "\"\"",
            "\"\\u0000\"",
            "\"a\":",
            "\"sha256:\"",
            "\"../\"",
            "\n",
            "\\",
            "\u0000",
            "{}",
            "[null]",
            "\"\ud83d\"");

    private final Random random;

    /** Damages in the order that the seed gives. */
    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** Returns random bytes, up to a hundred. */
    public byte[] noise() {
        byte[] bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns the text with one to four bits flipped, pieces cut or doubled, or tokens put in. */
    public byte[] damage(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) {
            return noise();
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(20));
        byte[] head = Arrays.copyOf(bytes, from);
        return switch (random.nextInt(5)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> head;
            case 2 -> join(head, Arrays.copyOfRange(bytes, to, bytes.length));
            case 3 -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            default ->
                join(
                        join(head, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8)),
                        Arrays.copyOfRange(bytes, random.nextBoolean() ? from : to, bytes.length));
        };
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
