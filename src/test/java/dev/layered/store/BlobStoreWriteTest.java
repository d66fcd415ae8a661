package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layered.failure.Problem;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a draft leaves in the store, committed or not. */
final class BlobStoreWriteTest {

    @TempDir
    Path folder;

    private SampleBlob sample;

    @BeforeEach
    void openStore() {
        sample = SampleBlob.small(folder);
    }

    @Test
    void commitPutsReadOnlyFileUnderItsDigest() throws IOException {
        assertThat(sample.put()).isEqualTo(sample.descriptor.digest());
        Path file = folder.resolve("store/v1/blobs/sha256")
                .resolve(sample.descriptor.digest().hex());
        assertThat(file).hasBinaryContent(sample.bytes);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--r--r--");
        assertThat(stored()).containsExactly(sample.descriptor.digest().hex());
        assertThat(sample.blobs.has(sample.descriptor)).isTrue();
    }

    @Test
    void commitWhenBlobExistsLeavesOne() throws IOException {
        sample.put();
        sample.put();
        assertThat(stored()).containsExactly(sample.descriptor.digest().hex());
    }

    @Test
    void commitWhenWantedDigestCameStores() throws IOException {
        try (BlobDraft draft = sample.blobs.draft()) {
            draft.write(sample.bytes);
            draft.commit(sample.descriptor.digest(), sample.descriptor.size());
        }
        assertThat(sample.blobs.has(sample.descriptor)).isTrue();
    }

    @Test
    void commitWhenOtherBytesCameStoresNothing() throws IOException {
        Digest other = Digest.of(new byte[] {'x'});
        try (BlobDraft draft = sample.blobs.draft()) {
            draft.write('x');
            assertThat(Caught.outside(() -> draft.commit(sample.descriptor.digest(), sample.descriptor.size())))
                    .isEqualTo(new Problem(
                            "blob-mismatch",
                            "What came for blob " + sample.descriptor.digest() + " is another: 1 bytes of " + other
                                    + " instead of 19 bytes.",
                            "blob " + sample.descriptor.digest(),
                            "run the same command again; if it stays so, the sender is at fault"));
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void commitWhenOtherSizeIsWantedStoresNothing() throws IOException {
        try (BlobDraft draft = sample.blobs.draft()) {
            draft.write(sample.bytes);
            assertThat(Caught.outside(() -> draft.commit(sample.descriptor.digest(), 1))
                            .id())
                    .isEqualTo("blob-mismatch");
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void closeWithoutCommitLeavesNothing() throws IOException {
        try (BlobDraft draft = sample.blobs.draft()) {
            draft.write(sample.bytes);
            assertThat(stored()).hasSize(1).allMatch(name -> name.matches("\\.layered-.*\\.tmp"));
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void writeWhenDigestWasAskedFails() throws IOException {
        try (BlobDraft draft = sample.blobs.draft()) {
            draft.digest();
            assertThatThrownBy(() -> draft.write(1)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void commitFromEightThreadsLeavesOneGoodBlob() throws Exception {
        byte[] big = new byte[3_000_000];
        new Random(7).nextBytes(big);
        Descriptor wanted = Descriptor.of(MediaType.OCI_LAYER, Digest.of(big), big.length);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Path target = folder.resolve("out/" + i);
                runs.add(() -> {
                    BlobStore own = sample.open();
                    try (BlobDraft draft = own.draft()) {
                        draft.write(big);
                        draft.commit();
                    }
                    return own.linkTo(wanted, target);
                });
            }
            for (Future<Boolean> linked : threads.invokeAll(runs)) {
                assertThat(linked.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(stored()).containsExactly(wanted.digest().hex());
        assertThat(folder.resolve("out/7")).hasBinaryContent(big);
        assertThat(sample.warnings.texts()).isEmpty();
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("store/v1/blobs/sha256"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
