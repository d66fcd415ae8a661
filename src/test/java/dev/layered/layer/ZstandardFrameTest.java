package dev.layered.layer;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZstandardFrameTest {

    private static final int LIKE_CLASSES = 1_500_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 131_071, 131_072, 131_073, 1_000_000})
    void writeGivesWhatTheLibraryReads(int size) throws IOException {
        for (byte[] bytes : new byte[][] {mixed(size), new byte[size]}) {
            assertThat(read(frame(bytes, 1, size + 1, false))).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, Compression.HIGHEST})
    void writeInPiecesOfAnySizeGivesSameBytes(int level) throws IOException {
        byte[] bytes = mixed(LIKE_CLASSES);
        byte[] whole = frame(bytes, level, bytes.length, false);
        for (int piece : new int[] {13, 512, 65_536, 131_072, 131_073, 500_000}) {
            assertThat(frame(bytes, level, piece, piece > 1000)).isEqualTo(whole);
        }
    }

    @Test
    void writeOneByOneGivesSameBytes() throws IOException {
        byte[] bytes = mixed(300_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream frame = ZstandardFrame.to(out, 1)) {
            for (byte b : bytes) {
                frame.write(b);
            }
        }
        assertThat(out.toByteArray()).isEqualTo(frame(bytes, 1, bytes.length, false));
    }

    @Test
    void frameIsOneThatHasAChecksumAndTellsNoSize() throws IOException {
        byte[] frame = frame(mixed(300_000), 1, 1000, false);
        assertThat(Zstd.findFrameCompressedSize(frame)).isEqualTo(frame.length);
        // RFC 8878, 3.1.1.1.1: no content size, a window descriptor, a checksum, no dictionary
        assertThat(frame[4]).isEqualTo((byte) 0b0000_0100);
    }

    @Test
    void readWhenAnyBitIsFlippedNeverGivesOtherBytes() throws IOException {
        byte[] bytes = mixed(20_000);
        byte[] frame = frame(bytes, 1, bytes.length, false);
        for (int i = 0; i < frame.length; i++) {
            byte[] damaged = frame.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            try {
                assertThat(read(damaged)).isEqualTo(bytes);
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void closeTwiceWritesOneEndAndLeavesStreamOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        ZstandardFrame frame = ZstandardFrame.to(out, 1);
        frame.write(7);
        frame.close();
        int size = out.size();
        frame.close();
        frame.free();
        assertThat(out.size()).isEqualTo(size);
        assertThat(closed).isFalse();
    }

    @Test
    void freeWithoutCloseCompletesNothing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZstandardFrame frame = ZstandardFrame.to(out, 1);
        frame.write(mixed(300_000));
        int size = out.size();
        frame.free();
        frame.free();
        assertThat(out.size()).isEqualTo(size);
    }

    /** Each frame holds more than half a mebibyte outside of the heap; a full disk must not keep it. */
    @Test
    void freeAfterTheStreamBelowFailedGivesTheMemoryBack() throws IOException {
        Path memory = Path.of("/proc/self/statm");
        assumeTrue(Files.exists(memory));
        byte[] bytes = mixed(300_000);
        long before = 0;
        for (int i = 0; i < 1000; i++) {
            if (i == 100) {
                before = pages(memory);
            }
            ZstandardFrame frame = ZstandardFrame.to(full(), 1);
            assertThatIOException().isThrownBy(() -> {
                frame.write(bytes);
                frame.close();
            });
            frame.free();
        }
        assertThat((pages(memory) - before) * 4096).isLessThan(200L << 20);
    }

    @Test
    void noZstandardSaysWhatToDo() {
        assertFailure(() -> {
                    throw LayerFailure.noZstandardToWrite(new UnsatisfiedLinkError("no libzstd-jni in the path"));
                })
                .hasId("layer-compression")
                .what("A layer is to be compressed by Zstandard, which cannot be loaded on this machine:"
                        + " no libzstd-jni in the path.")
                .where("<compression>")
                .fix("name a temporary folder that programs may be loaded from, -Djava.io.tmpdir=FOLDER, or write gzip")
                .isOutside();
    }

    private static long pages(Path memory) throws IOException {
        return Long.parseLong(Files.readString(memory).split(" ")[0]);
    }

    private static OutputStream full() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
    }

    private static byte[] read(byte[] frame) throws IOException {
        try (ZstdInputStreamNoFinalizer in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(frame))) {
            return in.readAllBytes();
        }
    }

    private static byte[] frame(byte[] bytes, int level, int piece, boolean flushing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream frame = ZstandardFrame.to(out, level)) {
            for (int at = 0; at < bytes.length; at += piece) {
                frame.write(bytes, at, Math.min(piece, bytes.length - at));
                if (flushing) {
                    frame.flush();
                }
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
