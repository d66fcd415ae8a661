package dev.layered.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

final class DeflateOutputTest {

    private static byte[] inflated(byte[] bytes) throws IOException {
        return new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true)).readAllBytes();
    }

    private static byte[] deflated(byte[] bytes, Random pieces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflateOutput deflate = new DeflateOutput(out)) {
            for (int at = 0; at < bytes.length; ) {
                int count = pieces == null ? bytes.length : Math.min(bytes.length - at, pieces.nextInt(100_000));
                deflate.write(bytes, at, count);
                at += count;
            }
        }
        return out.toByteArray();
    }

    private static byte[] sample(Random random, int size) {
        byte[] bytes = new byte[size];
        int kind = random.nextInt(5);
        for (int at = 0; at < size; ) {
            int run = Math.min(size - at, 1 + random.nextInt(2000));
            switch (kind == 4 ? random.nextInt(4) : kind) {
                case 0 -> fill(bytes, at, run, random, 256);
                case 1 -> Arrays.fill(bytes, at, at + run, (byte) random.nextInt());
                case 2 ->
                    System.arraycopy(bytes, Math.max(0, at - run - random.nextInt(70_000) % (at + 1)), bytes, at, run);
                default -> fill(bytes, at, run, random, 5);
            }
            at += run;
        }
        return bytes;
    }

    private static void fill(byte[] bytes, int at, int run, Random random, int letters) {
        for (int i = at; i < at + run; i++) {
            bytes[i] = (byte) random.nextInt(letters);
        }
    }

    @Test
    void writeWhenAnythingIsWrittenInAnyPiecesIsReadBackAndTheSame() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = sample(random, i < 40 ? i : random.nextInt(i % 10 == 0 ? 3_000_000 : 100_000));

            byte[] whole = deflated(bytes, null);

            assertThat(inflated(whole)).isEqualTo(bytes);
            assertThat(deflated(bytes, random)).isEqualTo(whole);
        }
    }

    @Test
    void packedWhenPiecesShrinkNoMoreIsReadBackAndTheSame() throws IOException {
        Random random = new Random(8);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = sample(random, random.nextInt(i % 10 == 0 ? 2_000_000 : 50_000));
            int[] cuts = random.ints(20, 0, bytes.length + 1).sorted().toArray();
            byte[] one = cut(bytes, cuts, null);

            assertThat(inflated(one)).isEqualTo(bytes);
            assertThat(cut(bytes, cuts, random)).isEqualTo(one);
        }
    }

    private static byte[] cut(byte[] bytes, int[] cuts, Random pieces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflateOutput deflate = new DeflateOutput(out)) {
            int at = 0;
            for (int i = 0; i <= cuts.length; i++) {
                int end = i < cuts.length ? cuts[i] : bytes.length;
                if (i % 2 == 0) {
                    deflate.packed(end - at);
                }
                while (at < end) {
                    int count = pieces == null ? end - at : Math.min(end - at, 1 + pieces.nextInt(70_000));
                    deflate.write(bytes, at, count);
                    at += count;
                }
            }
        }
        return out.toByteArray();
    }

    /** Holds the bytes themselves: whoever changes them changes the digest of every layer. */
    @Test
    void writeGivesTheBytesThatItAlwaysGave() throws IOException {
        Random random = new Random(10);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            all.write(sample(random, 100_000));
        }

        assertThat(Digest.of(deflated(all.toByteArray(), null)))
                .hasToString("sha256:4a0b8b7aded1d279008dad9276adf1216b5d87e1718af7883241628c1f6c574b");
        assertThat(Digest.of(cut(all.toByteArray(), new int[] {10, 100_000, 200_000, 1_000_000}, null)))
                .hasToString("sha256:4808fccd0f29590ec0791021aa1bf2b2513b0ce742dbdeb4952122574a3830ea");
    }

    @Test
    void writeWhenBytesAreRandomAddsNextToNothing() throws IOException {
        byte[] bytes = new byte[1_000_000];
        new Random(9).nextBytes(bytes);

        assertThat(deflated(bytes, null).length).isLessThan(bytes.length + 400);
    }

    @Test
    void writeWhenTextFollowsNoiseShrinksItAgain() throws IOException {
        byte[] bytes = new byte[1_500_000];
        Random random = new Random(11);
        fill(bytes, 0, 500_000, random, 256);
        fill(bytes, 500_000, 500_000, random, 5);
        fill(bytes, 1_000_000, 500_000, random, 256);
        int text = deflated(Arrays.copyOfRange(bytes, 500_000, 1_000_000), null).length;

        byte[] whole = deflated(bytes, null);

        assertThat(inflated(whole)).isEqualTo(bytes);
        assertThat(whole.length).isBetween(1_000_000 + text - 1_000, 1_000_000 + text + 5_000);
    }

    @Test
    void isNoiseTellsBytesByLotFromSuchThatAHuffmanCodeMakesShorter() {
        byte[] bytes = new byte[Noise.JUDGED];
        Random random = new Random(12);
        fill(bytes, 0, bytes.length, random, 256);
        assertThat(Noise.is(bytes, 0)).isTrue();
        fill(bytes, 0, bytes.length, random, 230);
        assertThat(Noise.is(bytes, 0)).isFalse();
        fill(bytes, 0, bytes.length, random, 256);
        for (int at = 0; at < bytes.length; at += 8) {
            bytes[at] = 0;
        }
        assertThat(Noise.is(bytes, 0)).isFalse();
    }

    @Test
    void writeWhenItIsTextTakesHardlyMoreThanZlib() throws IOException {
        ByteArrayOutputStream classes = new ByteArrayOutputStream();
        for (Class<?> type :
                new Class<?>[] {DeflateOutput.class, Window.class, Block.class, String.class, Test.class}) {
            try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                classes.write(in.readAllBytes());
            }
        }
        byte[] bytes = classes.toByteArray();
        Deflater zlib = new Deflater(6, true);
        zlib.setInput(bytes);
        zlib.finish();
        int size = zlib.deflate(new byte[bytes.length]);
        zlib.end();

        assertThat(deflated(bytes, null).length).isLessThan(size * 102 / 100);
    }
}
