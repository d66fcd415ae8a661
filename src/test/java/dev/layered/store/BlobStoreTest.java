package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layered.failure.Problem;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

class BlobStoreTest {

    private static final byte[] BYTES = "the bytes of a blob".getBytes(StandardCharsets.UTF_8);
    private static final Descriptor BLOB = Descriptor.of(MediaType.OCI_LAYER, Digest.of(BYTES), BYTES.length);

    @TempDir
    Path folder;

    private final Warnings warnings = new Warnings();
    private BlobStore blobs;

    @BeforeEach
    void openStore() {
        blobs = Store.open(folder.resolve("store"), folder.resolve("fallback"), warnings)
                .blobs();
    }

    @Test
    void commitPutsReadOnlyFileUnderItsDigest() throws IOException {
        assertThat(put(BYTES)).isEqualTo(BLOB.digest());
        Path file =
                folder.resolve("store/v1/blobs/sha256").resolve(BLOB.digest().hex());
        assertThat(file).hasBinaryContent(BYTES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--r--r--");
        assertThat(stored()).containsExactly(BLOB.digest().hex());
        assertThat(blobs.has(BLOB)).isTrue();
    }

    @Test
    void commitWhenBlobExistsLeavesOne() throws IOException {
        put(BYTES);
        put(BYTES);
        assertThat(stored()).containsExactly(BLOB.digest().hex());
    }

    @Test
    void commitWhenWantedDigestCameStores() throws IOException {
        try (BlobDraft draft = blobs.draft()) {
            draft.write(BYTES);
            draft.commit(BLOB.digest(), BLOB.size());
        }
        assertThat(blobs.has(BLOB)).isTrue();
    }

    @Test
    void commitWhenOtherBytesCameStoresNothing() throws IOException {
        Digest other = Digest.of(new byte[] {'x'});
        try (BlobDraft draft = blobs.draft()) {
            draft.write('x');
            assertThat(Caught.outside(() -> draft.commit(BLOB.digest(), BLOB.size())))
                    .isEqualTo(new Problem(
                            "blob-mismatch",
                            "What came for blob " + BLOB.digest() + " is another: 1 bytes of " + other
                                    + " instead of 19 bytes.",
                            "blob " + BLOB.digest(),
                            "run the same command again; if it stays so, the sender is at fault"));
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void commitWhenOtherSizeIsWantedStoresNothing() throws IOException {
        try (BlobDraft draft = blobs.draft()) {
            draft.write(BYTES);
            assertThat(Caught.outside(() -> draft.commit(BLOB.digest(), 1)).id())
                    .isEqualTo("blob-mismatch");
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void closeWithoutCommitLeavesNothing() throws IOException {
        try (BlobDraft draft = blobs.draft()) {
            draft.write(BYTES);
            assertThat(stored()).hasSize(1).allMatch(name -> name.matches("\\.layered-.*\\.tmp"));
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void writeWhenDigestWasAskedFails() throws IOException {
        try (BlobDraft draft = blobs.draft()) {
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
                    BlobStore own = Store.open(folder.resolve("store"), folder.resolve("fallback"), warnings)
                            .blobs();
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
        assertThat(warnings.texts()).isEmpty();
    }

    @Test
    void linkToSharesTheFile() throws IOException {
        put(BYTES);
        Path target = folder.resolve("out/layer");
        assertThat(blobs.linkTo(BLOB, target)).isTrue();
        Object stored = Files.getAttribute(
                folder.resolve("store/v1/blobs/sha256").resolve(BLOB.digest().hex()), "unix:ino");
        assertThat(Files.getAttribute(target, "unix:ino")).isEqualTo(stored);
    }

    @Test
    void linkToTwiceLeavesNoTemporaryFile() throws IOException {
        put(BYTES);
        Path target = folder.resolve("out/layer");
        assertThat(blobs.linkTo(BLOB, target)).isTrue();
        assertThat(blobs.linkTo(BLOB, target)).isTrue();
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void linkToWhenOtherFileIsThereReplacesIt() throws IOException {
        put(BYTES);
        Path target = Files.writeString(folder.resolve("layer"), "other");
        assertThat(blobs.linkTo(BLOB, target)).isTrue();
        assertThat(target).hasBinaryContent(BYTES);
    }

    @Test
    void linkToWhenBlobIsAbsentSaysSo() {
        assertThat(blobs.has(BLOB)).isFalse();
        assertThat(blobs.linkTo(BLOB, folder.resolve("layer"))).isFalse();
        assertThat(folder.resolve("layer")).doesNotExist();
        assertThat(warnings.texts()).isEmpty();
    }

    @Test
    void linkToWhenTargetCannotBeWrittenFails() throws IOException {
        put(BYTES);
        Path target = Files.createDirectories(folder.resolve("out/inner")).getParent();
        Problem problem = Caught.outside(() -> blobs.linkTo(BLOB, target));
        assertThat(problem.id()).isEqualTo("file-write");
        assertThat(problem.where()).isEqualTo(target.toString());
        assertThat(blobs.has(BLOB)).isTrue();
    }

    @Test
    void openReadsTheBytes() throws IOException {
        put(BYTES);
        try (InputStream in = blobs.open(BLOB)) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void openWhenBlobIsAbsentFails() {
        assertThat(Caught.outside(() -> blobs.open(BLOB)))
                .isEqualTo(new Problem(
                        "blob-absent",
                        "Blob " + BLOB.digest() + " of 19 bytes is not in the local store.",
                        folder.resolve("store/v1/blobs/sha256")
                                .resolve(BLOB.digest().hex())
                                .toString(),
                        "run the same command again: it is made or fetched anew"));
    }

    private Digest put(byte[] bytes) throws IOException {
        try (BlobDraft draft = blobs.draft()) {
            draft.write(bytes);
            return draft.commit();
        }
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("store/v1/blobs/sha256"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
