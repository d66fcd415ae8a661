package dev.layered.layer;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import dev.layered.failure.FailureAssert;
import dev.layered.failure.LayeredFailure;
import dev.layered.tar.TestTar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerReaderTest {

    private static final byte[] TAR = new TestTar()
            .directory("a")
            .file("a/b", random(3000))
            .link("c", "a/b")
            .bytes();

    private static final String[] PATHS = {"a", "a/b", "c"};

    @Test
    void readWhenTarGivesEntries() throws IOException {
        assertThat(paths(TAR)).containsExactly(PATHS);
    }

    @Test
    void readWhenGzipGivesEntries() throws IOException {
        assertThat(paths(gzip(TAR))).containsExactly(PATHS);
    }

    @Test
    void readWhenZstandardGivesEntries() throws IOException {
        assertThat(paths(Zstd.compress(TAR))).containsExactly(PATHS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 1600})
    void readWhenSeveralMembersGivesEntriesOfAll(int first) throws IOException {
        byte[] a = Arrays.copyOf(TAR, first);
        byte[] b = Arrays.copyOfRange(TAR, first, TAR.length);
        assertThat(paths(join(gzip(a), gzip(b), gzip(new byte[0])))).containsExactly(PATHS);
        assertThat(paths(join(Zstd.compress(a), Zstd.compress(b)))).containsExactly(PATHS);
    }

    /** As it comes from a network: a few bytes at a time, and never a word on how many are there. */
    @Test
    void readWhenBytesTrickleGivesEntries() throws IOException {
        byte[] blob = join(gzip(Arrays.copyOf(TAR, 700)), gzip(Arrays.copyOfRange(TAR, 700, TAR.length)));
        InputStream trickle = new InputStream() {
            private final InputStream in = new ByteArrayInputStream(blob);

            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return in.read(bytes, offset, Math.min(length, 3));
            }
        };
        List<String> paths = new ArrayList<>();
        LayerReader.read(trickle, "layer", (entry, content) -> paths.add(entry.path()));
        assertThat(paths).containsExactly(PATHS);
    }

    @Test
    void readWhenGzipHeaderHasEveryFieldGivesEntries() throws IOException {
        byte[] plain = gzip(TAR);
        byte[] header = {0x1f, (byte) 0x8b, 8, 30, 1, 2, 3, 4, 5, 6, 2, 0, 9, 9, 'n', 0, 'c', 0, 7, 7};
        assertThat(paths(join(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .containsExactly(PATHS);
    }

    @Test
    void readWhenCutAnywhereFails() throws IOException {
        for (byte[] blob : List.of(gzip(TAR), Zstd.compress(TAR), compressed("zstd"), compressed("zstd:19"))) {
            for (int length = 0; length < blob.length; length++) {
                byte[] cut = Arrays.copyOf(blob, length);
                assertFailure(() -> paths(cut)).isMistake();
            }
        }
    }

    @Test
    void readWhenCutFailsWithAReason() throws IOException {
        byte[] gzip = gzip(TAR);
        assertRead(Arrays.copyOf(gzip, gzip.length - 1))
                .hasId("layer-damaged")
                .what("The layer is damaged: its compressed bytes are cut.")
                .where("layer")
                .fix("make it again with the tool that wrote it")
                .isMistake();
        assertRead(new byte[0]).hasId("tar-unreadable").whatContains("it is empty");
    }

    @Test
    void readWhenZstandardIsCutOrDamagedFailsWithAReason() throws IOException {
        byte[] zstd = compressed("zstd");
        assertRead(Arrays.copyOf(zstd, zstd.length - 1))
                .hasId("layer-damaged")
                .what("The layer is damaged: Truncated source.")
                .where("layer");
        zstd[zstd.length - 1] ^= 1;
        assertRead(zstd).hasId("layer-damaged").what("The layer is damaged: Restored data doesn't match checksum.");
    }

    @Test
    void readWhenSomethingFollowsGzipFails() throws IOException {
        assertRead(join(gzip(TAR), new byte[20]))
                .hasId("layer-damaged")
                .what("The layer is damaged: something else follows a member.");
    }

    @Test
    void readWhenChecksumIsWrongFails() throws IOException {
        byte[] gzip = gzip(TAR);
        gzip[gzip.length - 6] ^= 1;
        assertRead(gzip).hasId("layer-damaged").what("The layer is damaged: its checksum is another.");
    }

    @Test
    void readWhenBytesAreFlippedFailsAsOurs() throws IOException {
        Random random = new Random(1);
        for (byte[] blob : List.of(gzip(TAR), Zstd.compress(TAR), compressed("zstd"))) {
            for (int i = 0; i < 1000; i++) {
                byte[] damaged = blob.clone();
                damaged[random.nextInt(blob.length)] ^= (byte) (1 << random.nextInt(8));
                try {
                    paths(damaged);
                } catch (LayeredFailure failure) {
                    assertThat(failure.problems())
                            .extracting("id")
                            .containsAnyOf("layer-damaged", "layer-compression", "tar-unreadable", "tar-path");
                }
            }
        }
    }

    @Test
    void readWhenOfAnotherCompressionFails() {
        byte[] xz = new byte[1000];
        System.arraycopy(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}, 0, xz, 0, 6);
        assertRead(xz)
                .hasId("layer-compression")
                .what("The layer is neither tar nor gzip nor Zstandard; it begins with the bytes fd377a585a00.")
                .where("layer")
                .fix("pack the image again with gzip, e.g. by skopeo copy --dest-compress-format gzip")
                .isMistake();
        assertRead(new byte[] {1}).hasId("layer-compression").whatContains("bytes 01.");
    }

    /** A gibibyte of zeros in a mebibyte of gzip, or in some kibibytes of Zstandard, is a bomb. */
    @Test
    void readWhenBombFails() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        ByteArrayOutputStream zstd = new ByteArrayOutputStream();
        byte[] header = new TestTar().file("bomb", "").bytes();
        for (OutputStream out : List.of(new GZIPOutputStream(gzip), new ZstdOutputStream(zstd))) {
            out.write(header);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1 << 10; i++) {
                out.write(zeros);
            }
            out.close();
        }
        for (ByteArrayOutputStream bomb : List.of(gzip, zstd)) {
            assertRead(bomb.toByteArray())
                    .hasId("layer-bomb")
                    .whatContains("The layer grows without measure: the first ", " bytes of it become more than 64 MiB")
                    .fix("do not use the image, unless you know who made it and why")
                    .where("layer")
                    .isMistake();
        }
    }

    @Test
    void readWhenTheBlobCannotBeReadThrowsWhatItThrew() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertThatIOException()
                .isThrownBy(() -> LayerReader.read(broken, "layer", (entry, content) -> {}))
                .withMessage("disk on fire");
    }

    @Test
    void uncompressedGivesTheBytesOfTheDiffId() throws IOException {
        for (byte[] blob : List.of(TAR, gzip(TAR), Zstd.compress(TAR))) {
            try (InputStream tar = LayerReader.uncompressed(new ByteArrayInputStream(blob), "layer")) {
                assertThat(tar.readAllBytes()).isEqualTo(TAR);
                assertThat(tar.read()).isEqualTo(-1);
            }
        }
    }

    private static FailureAssert assertRead(byte[] blob) {
        return assertFailure(() -> paths(blob));
    }

    private static List<String> paths(byte[] blob) throws IOException {
        List<String> paths = new ArrayList<>();
        LayerReader.read(new ByteArrayInputStream(blob), "layer", (entry, content) -> paths.add(entry.path()));
        return paths;
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(bytes);
        }
        return gzip.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** Returns the tar as we compress it. */
    private static byte[] compressed(String word) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream layer = Compression.of(word).wrap(out)) {
            layer.write(TAR);
        }
        return out.toByteArray();
    }
}
