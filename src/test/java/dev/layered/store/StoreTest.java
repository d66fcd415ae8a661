package dev.layered.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5};

    @TempDir
    Path folder;

    private final Warnings warnings = new Warnings();

    @Test
    void openLeavesStoreOfOtherVersionAlone() throws IOException {
        Path future = Files.createDirectories(folder.resolve("store/v2/blobs"));
        Path file = Files.writeString(future.resolve("x"), "not ours");
        put(open(), NEW);
        assertThat(file).hasContent("not ours");
        assertThat(has(open(), NEW)).isTrue();
    }

    @Test
    void openWhenFolderIsWritableNeedsNoFallback() throws IOException {
        put(open(), NEW);
        assertThat(folder.resolve("fallback")).doesNotExist();
        assertThat(warnings.texts()).isEmpty();
    }

    @Test
    void openWhenRootIsFileWorksInFallback() throws IOException {
        Files.writeString(folder.resolve("store"), "a file");
        Store store = open();
        put(store, NEW);
        store.facts().write("layer", Digest.of(NEW), "fact");
        assertThat(has(store, NEW)).isTrue();
        assertThat(store.facts().read("layer", Digest.of(NEW))).contains("fact");
        assertThat(warnings.texts())
                .singleElement()
                .asString()
                .startsWith("The local store is used for reading only, and '" + folder.resolve("fallback")
                        + "' for writing: '" + folder.resolve("store/v1/blobs/sha256") + "' cannot be written: ");
    }

    @Test
    void openWhenOnlyFactsCannotBeWrittenStillHitsAndWorksInFallback() throws IOException {
        put(open(), OLD);
        Files.delete(folder.resolve("store/v1/facts"));
        Files.writeString(folder.resolve("store/v1/facts"), "in the way");
        assertReadsOldAndWritesToFallback();
    }

    @Test
    void openWhenReadOnlyHitsAndWorksInFallback() throws IOException {
        put(open(), OLD);
        List<Path> folders = List.of(
                folder.resolve("store/v1/blobs/sha256"), folder.resolve("store/v1/facts"), folder.resolve("store/v1"));
        for (Path readOnly : folders) {
            Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        try {
            assumeFalse(Files.isWritable(folders.get(0)), "root may write anywhere");
            assertReadsOldAndWritesToFallback();
        } finally {
            for (Path readOnly : folders) {
                Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @Test
    void openWhenReadOnlyAndDamagedUsesWhatIsMadeAgain() throws IOException {
        put(open(), OLD);
        Files.delete(folder.resolve("store/v1/facts"));
        Files.writeString(folder.resolve("store/v1/facts"), "in the way");
        Files.writeString(folder.resolve("store/v1/damaged"), "in the way too");
        Path stored =
                folder.resolve("store/v1/blobs/sha256").resolve(Digest.of(OLD).hex());
        assertThat(stored.toFile().setWritable(true)).isTrue();
        Files.write(stored, new byte[] {1, 2, 4});
        Store store = open();
        assertThat(store.blobs().linkTo(descriptor(OLD), folder.resolve("out"))).isFalse();
        put(store, OLD);
        assertThat(store.blobs().linkTo(descriptor(OLD), folder.resolve("out"))).isTrue();
        assertThat(folder.resolve("out")).hasBinaryContent(OLD);
        assertThat(store.blobs().open(descriptor(OLD)).readAllBytes()).isEqualTo(OLD);
        assertThat(warnings.texts()).hasSize(2);
    }

    private void assertReadsOldAndWritesToFallback() throws IOException {
        Store store = open();
        assertThat(store.blobs().linkTo(descriptor(OLD), folder.resolve("out"))).isTrue();
        put(store, NEW);
        assertThat(has(store, NEW)).isTrue();
        assertThat(folder.resolve("fallback/v1/blobs/sha256")
                        .resolve(Digest.of(NEW).hex()))
                .exists();
        assertThat(warnings.texts()).hasSize(1);
    }

    private Store open() {
        return Store.open(folder.resolve("store"), folder.resolve("fallback"), warnings);
    }

    private static void put(Store store, byte[] bytes) throws IOException {
        try (BlobDraft draft = store.blobs().draft()) {
            draft.write(bytes);
            draft.commit();
        }
    }

    private static boolean has(Store store, byte[] bytes) {
        return store.blobs().has(descriptor(bytes));
    }

    private static Descriptor descriptor(byte[] bytes) {
        return Descriptor.of(MediaType.OCI_LAYER, Digest.of(bytes), bytes.length);
    }
}
