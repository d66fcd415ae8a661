package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDamageTest {

    @TempDir
    Path folder;

    private final Warnings warnings = new Warnings();
    private final byte[] bytes = new byte[200_000];
    private Descriptor descriptor;
    private Path stored;
    private Path target;
    private BlobStore blobs;

    @BeforeEach
    void putOneBlob() throws IOException {
        new Random(3).nextBytes(bytes);
        descriptor = Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(bytes), bytes.length);
        target = folder.resolve("out/layer");
        blobs = Store.open(folder.resolve("store"), folder.resolve("fallback"), warnings)
                .blobs();
        put();
        stored = folder.resolve("store/v1/blobs/sha256")
                .resolve(descriptor.digest().hex());
    }

    @Test
    void linkToWhenBitFlippedWithSizeAndTimeKeptIsMadeAgain() throws IOException {
        FileTime time = Files.getLastModifiedTime(stored);
        flipBit();
        Files.setLastModifiedTime(stored, time);
        assertMadeAgain();
        assertThat(folder.resolve("store/v1/damaged")
                        .resolve(descriptor.digest().hex()))
                .hasSize(bytes.length);
    }

    @Test
    void linkToWhenCutIsMadeAgain() throws IOException {
        replace(java.util.Arrays.copyOf(bytes, 100));
        assertThat(blobs.has(descriptor)).isFalse();
        assertMadeAgain();
    }

    @Test
    void linkToWhenLongerIsMadeAgain() throws IOException {
        replace(java.util.Arrays.copyOf(bytes, bytes.length + 1));
        assertMadeAgain();
    }

    @Test
    void linkToWhenEmptyIsMadeAgain() throws IOException {
        replace(new byte[0]);
        assertMadeAgain();
    }

    @Test
    void linkToWhenDirectoryIsMadeAgain() throws IOException {
        Files.delete(stored);
        Files.createDirectories(stored.resolve("inner"));
        assertThat(blobs.has(descriptor)).isFalse();
        assertMadeAgain();
    }

    @Test
    void linkToWhenLinkElsewhereIsMadeAgain() throws IOException {
        Files.delete(stored);
        Files.createSymbolicLink(stored, Files.write(folder.resolve("elsewhere"), bytes));
        assertMadeAgain();
        assertThat(Files.isSymbolicLink(target)).isFalse();
    }

    @Test
    void linkToWhenDamagedTwiceIsMadeAgainTwice() throws IOException {
        flipBit();
        assertMadeAgain();
        Files.delete(target);
        flipBit();
        assertThat(blobs.linkTo(descriptor, target)).isFalse();
        assertThat(warnings.texts()).hasSize(2);
    }

    @Test
    void commitWhenDirectoryIsInTheWayMovesItAside() throws IOException {
        Files.delete(stored);
        Files.createDirectories(stored.resolve("inner"));
        put();
        assertThat(stored).hasBinaryContent(bytes);
        assertThat(warnings.texts()).hasSize(1);
    }

    @Test
    void openWhenBitFlippedFailsAtTheEndAndIsAbsentAfter() throws IOException {
        flipBit();
        try (InputStream in = blobs.open(descriptor)) {
            Problem problem = Caught.outside(in::readAllBytes);
            assertThat(problem)
                    .isEqualTo(new Problem(
                            "blob-damaged",
                            "Blob " + descriptor.digest() + " of the local store is damaged: its bytes are others.",
                            stored.toString(),
                            "run the same command again: it is made or fetched anew"));
        }
        assertThat(blobs.has(descriptor)).isFalse();
        assertThat(warnings.texts()).hasSize(1);
    }

    @Test
    void openWhenCutWhileReadFails() throws IOException {
        try (InputStream in = blobs.open(descriptor)) {
            in.readNBytes(10);
            stored.toFile().setWritable(true);
            Files.write(stored, new byte[11]);
            assertThat(Caught.outside(in::readAllBytes).id()).isEqualTo("blob-damaged");
        }
    }

    @Test
    void linkToWhenStoreIsDeletedIsAbsentWithoutWarning() throws IOException {
        deleteStore();
        assertThat(blobs.linkTo(descriptor, target)).isFalse();
        put();
        assertThat(blobs.linkTo(descriptor, target)).isTrue();
        assertThat(warnings.texts()).isEmpty();
    }

    @Test
    void commitWhenStoreIsDeletedWhileWritingFailsAndNextSucceeds() throws IOException {
        try (BlobDraft draft = blobs.draft()) {
            draft.write(bytes, 0, 100_000);
            deleteStore();
            draft.write(bytes, 100_000, 100_000);
            assertThat(Caught.outside(draft::commit))
                    .isEqualTo(new Problem(
                            "store-gone",
                            "The local store was deleted while a blob was written to it.",
                            stored.toString(),
                            "run the same command again"));
        }
        put();
        assertThat(blobs.linkTo(descriptor, target)).isTrue();
    }

    private void assertMadeAgain() throws IOException {
        assertThat(blobs.linkTo(descriptor, target)).isFalse();
        assertThat(target).doesNotExist();
        assertThat(blobs.has(descriptor)).isFalse();
        assertThat(warnings.texts())
                .containsExactly(
                        "Blob " + descriptor.digest() + " of the local store was damaged and is made again: " + stored);
        put();
        assertThat(blobs.linkTo(descriptor, target)).isTrue();
        assertThat(target).hasBinaryContent(bytes);
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    private void put() throws IOException {
        try (BlobDraft draft = blobs.draft()) {
            draft.write(bytes);
            draft.commit();
        }
    }

    private void flipBit() throws IOException {
        byte[] flipped = bytes.clone();
        flipped[123_456] ^= 4;
        replace(flipped);
    }

    /** In place, as a faulty disk would: links to the file see it too. */
    private void replace(byte[] with) throws IOException {
        assertThat(stored.toFile().setWritable(true)).isTrue();
        Files.write(stored, with);
    }

    private void deleteStore() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
