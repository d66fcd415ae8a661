package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored blob that is no longer what was put is never handed out, and can be put again. */
final class StoreDamageTest {

    @TempDir
    Path folder;

    private SampleBlob sample;
    private Path target;

    @BeforeEach
    void putOneBlob() throws IOException {
        sample = SampleBlob.large(folder);
        target = folder.resolve("out/layer");
        sample.put();
    }

    @Test
    void linkToWhenBitFlippedWithSizeAndTimeKeptIsMadeAgain() throws IOException {
        FileTime time = Files.getLastModifiedTime(sample.stored);
        flipBit();
        Files.setLastModifiedTime(sample.stored, time);
        assertMadeAgain();
        assertThat(folder.resolve("store/v1/damaged")
                        .resolve(sample.descriptor.digest().hex()))
                .hasSize(sample.bytes.length);
    }

    @Test
    void linkToWhenCutIsMadeAgain() throws IOException {
        replace(java.util.Arrays.copyOf(sample.bytes, 100));
        assertThat(sample.blobs.has(sample.descriptor)).isFalse();
        assertMadeAgain();
    }

    @Test
    void linkToWhenLongerIsMadeAgain() throws IOException {
        replace(java.util.Arrays.copyOf(sample.bytes, sample.bytes.length + 1));
        assertMadeAgain();
    }

    @Test
    void linkToWhenEmptyIsMadeAgain() throws IOException {
        replace(new byte[0]);
        assertMadeAgain();
    }

    @Test
    void linkToWhenDirectoryIsMadeAgain() throws IOException {
        Files.delete(sample.stored);
        Files.createDirectories(sample.stored.resolve("inner"));
        assertThat(sample.blobs.has(sample.descriptor)).isFalse();
        assertMadeAgain();
    }

    @Test
    void linkToWhenLinkElsewhereIsMadeAgain() throws IOException {
        Files.delete(sample.stored);
        Files.createSymbolicLink(sample.stored, Files.write(folder.resolve("elsewhere"), sample.bytes));
        assertMadeAgain();
        assertThat(Files.isSymbolicLink(target)).isFalse();
    }

    @Test
    void linkToWhenDamagedTwiceIsMadeAgainTwice() throws IOException {
        flipBit();
        assertMadeAgain();
        Files.delete(target);
        flipBit();
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isFalse();
        assertThat(sample.warnings.texts()).hasSize(2);
    }

    @Test
    void commitWhenDirectoryIsInTheWayMovesItAside() throws IOException {
        Files.delete(sample.stored);
        Files.createDirectories(sample.stored.resolve("inner"));
        sample.put();
        assertThat(sample.stored).hasBinaryContent(sample.bytes);
        assertThat(sample.warnings.texts()).hasSize(1);
    }

    @Test
    void openWhenBitFlippedFailsAtTheEndAndIsAbsentAfter() throws IOException {
        flipBit();
        try (InputStream in = sample.blobs.open(sample.descriptor)) {
            Problem problem = Caught.outside(in::readAllBytes);
            assertThat(problem)
                    .isEqualTo(new Problem(
                            "blob-damaged",
                            "Blob " + sample.descriptor.digest()
                                    + " of the local store is damaged: its bytes are others.",
                            sample.stored.toString(),
                            "run the same command again: it is made or fetched anew"));
        }
        assertThat(sample.blobs.has(sample.descriptor)).isFalse();
        assertThat(sample.warnings.texts()).hasSize(1);
    }

    @Test
    void openWhenCutWhileReadFails() throws IOException {
        try (InputStream in = sample.blobs.open(sample.descriptor)) {
            in.readNBytes(10);
            sample.stored.toFile().setWritable(true);
            Files.write(sample.stored, new byte[11]);
            assertThat(Caught.outside(in::readAllBytes).id()).isEqualTo("blob-damaged");
        }
    }

    private void assertMadeAgain() throws IOException {
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isFalse();
        assertThat(target).doesNotExist();
        assertThat(sample.blobs.has(sample.descriptor)).isFalse();
        assertThat(sample.warnings.texts())
                .containsExactly("Blob " + sample.descriptor.digest()
                        + " of the local store was damaged and is made again: " + sample.stored);
        sample.put();
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isTrue();
        assertThat(target).hasBinaryContent(sample.bytes);
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    private void flipBit() throws IOException {
        byte[] flipped = sample.bytes.clone();
        flipped[123_456] ^= 4;
        replace(flipped);
    }

    /** In place, as a faulty disk would: links to the file see it too. */
    private void replace(byte[] with) throws IOException {
        assertThat(sample.stored.toFile().setWritable(true)).isTrue();
        Files.write(sample.stored, with);
    }
}
