package dev.layered.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMemberTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000})
    void writeGivesWhatJavaReads(int size) throws IOException {
        for (byte[] bytes : new byte[][] {mixed(size), new byte[size]}) {
            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip(bytes, size + 1))).readAllBytes())
                    .isEqualTo(bytes);
        }
    }

    @Test
    void writeInPiecesOfAnySizeGivesSameBytes() throws IOException {
        byte[] bytes = mixed(700_000);
        byte[] whole = gzip(bytes, bytes.length);
        for (int piece : new int[] {1, 13, 512, 65_536, 65_537, 100_000}) {
            assertThat(gzip(bytes, piece)).isEqualTo(whole);
        }
    }

    @Test
    void writeMakesSmaller() throws IOException {
        assertThat(gzip(new byte[1_000_000], 1_000_000)).hasSizeLessThan(2000);
    }

    @Test
    void headerTellsNothing() throws IOException {
        assertThat(Arrays.copyOf(gzip(new byte[0], 1), 10)).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
    }

    @Test
    void closeTwiceWritesOneTrailerAndLeavesStreamOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        GzipMember gzip = new GzipMember(out);
        gzip.close();
        int size = out.size();
        gzip.close();
        assertThat(out.size()).isEqualTo(size);
        assertThat(closed).isFalse();
    }

    private static byte[] gzip(byte[] bytes, int piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GzipMember(out)) {
            for (int at = 0; at < bytes.length; at += piece) {
                gzip.write(bytes, at, Math.min(piece, bytes.length - at));
            }
        }
        return out.toByteArray();
    }

    /** Stretches that shrink and stretches that do not, as in a layer. */
    private static byte[] mixed(int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(size);
        random.nextBytes(bytes);
        for (int at = 0; at < size; at += 20_000) {
            Arrays.fill(bytes, at, Math.min(size, at + random.nextInt(15_000)), (byte) at);
        }
        return bytes;
    }
}
