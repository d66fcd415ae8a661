package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.failure.Problem;
import dev.layered.real.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs leave the store as links and as streams. */
final class BlobStoreReadTest {

    @TempDir
    Path folder;

    private SampleBlob sample;

    @BeforeEach
    void openStore() {
        sample = SampleBlob.small(folder);
    }

    @Test
    void linkToSharesTheFile() throws IOException {
        sample.put();
        Path target = folder.resolve("out/layer");
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isTrue();
        Object stored = Files.getAttribute(
                folder.resolve("store/v1/blobs/sha256")
                        .resolve(sample.descriptor.digest().hex()),
                "unix:ino");
        assertThat(Files.getAttribute(target, "unix:ino")).isEqualTo(stored);
    }

    @Test
    void linkToTwiceLeavesNoTemporaryFile() throws IOException {
        sample.put();
        Path target = folder.resolve("out/layer");
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isTrue();
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isTrue();
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void linkToWhenTheTargetIsOnAnotherDiskCopies() throws IOException {
        Path shared = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(shared) && !Files.getFileStore(shared).equals(Files.getFileStore(folder)),
                "another disk");
        sample.put();
        Path elsewhere = Files.createTempDirectory(shared, "layered");
        try {
            Path target = elsewhere.resolve("layer");
            assertThat(sample.blobs.linkTo(sample.descriptor, target)).isTrue();
            assertThat(target).hasBinaryContent(sample.bytes);

            Files.delete(sample.stored);
            Files.writeString(sample.stored, "the BYTES of a blob");
            assertThat(sample.blobs.linkTo(sample.descriptor, elsewhere.resolve("damaged")))
                    .isFalse();
            try (Stream<Path> files = Files.list(elsewhere)) {
                assertThat(files).containsExactly(target);
            }
        } finally {
            Folder.delete(elsewhere);
        }
    }

    @Test
    void linkToWhenOtherFileIsThereReplacesIt() throws IOException {
        sample.put();
        Path target = Files.writeString(folder.resolve("layer"), "other");
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isTrue();
        assertThat(target).hasBinaryContent(sample.bytes);
    }

    @Test
    void linkToWhenBlobIsAbsentSaysSo() {
        assertThat(sample.blobs.has(sample.descriptor)).isFalse();
        assertThat(sample.blobs.linkTo(sample.descriptor, folder.resolve("layer")))
                .isFalse();
        assertThat(folder.resolve("layer")).doesNotExist();
        assertThat(sample.warnings.texts()).isEmpty();
    }

    @Test
    void linkToWhenTargetCannotBeWrittenFails() throws IOException {
        sample.put();
        Path target = Files.createDirectories(folder.resolve("out/inner")).getParent();
        Problem problem = Caught.outside(() -> sample.blobs.linkTo(sample.descriptor, target));
        assertThat(problem.id()).isEqualTo("file-write");
        assertThat(problem.where()).isEqualTo(target.toString());
        assertThat(sample.blobs.has(sample.descriptor)).isTrue();
    }

    @Test
    void openReadsTheBytes() throws IOException {
        sample.put();
        try (InputStream in = sample.blobs.open(sample.descriptor)) {
            assertThat(in.readAllBytes()).isEqualTo(sample.bytes);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void openWhenBlobIsAbsentFails() {
        assertThat(Caught.outside(() -> sample.blobs.open(sample.descriptor)))
                .isEqualTo(new Problem(
                        "blob-absent",
                        "Blob " + sample.descriptor.digest() + " of 19 bytes is not in the local store.",
                        folder.resolve("store/v1/blobs/sha256")
                                .resolve(sample.descriptor.digest().hex())
                                .toString(),
                        "run the same command again: it is made or fetched anew"));
    }
}
