package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store may be deleted at any time. */
final class StoreDeletedTest {

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
    void linkToWhenStoreIsDeletedIsAbsentWithoutWarning() throws IOException {
        deleteStore();
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isFalse();
        sample.put();
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isTrue();
        assertThat(sample.warnings.texts()).isEmpty();
    }

    @Test
    void commitWhenStoreIsDeletedWhileWritingFailsAndNextSucceeds() throws IOException {
        try (BlobDraft draft = sample.blobs.draft()) {
            draft.write(sample.bytes, 0, 100_000);
            deleteStore();
            draft.write(sample.bytes, 100_000, 100_000);
            assertThat(Caught.outside(draft::commit))
                    .isEqualTo(new Problem(
                            "store-gone",
                            "The local store was deleted while a blob was written to it.",
                            sample.stored.toString(),
                            "run the same command again"));
        }
        sample.put();
        assertThat(sample.blobs.linkTo(sample.descriptor, target)).isTrue();
    }

    private void deleteStore() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
