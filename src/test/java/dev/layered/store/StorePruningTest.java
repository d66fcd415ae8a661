package dev.layered.store;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.outcome.PruneOutcome;
import dev.layered.outcome.PruneOutcome.Count;
import dev.layered.outcome.StoredKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store with a made layer of 1000 bytes, a base layer of 3000, a manifest, a fact and things that are in no use. */
final class StorePruningTest {

    private static final PruneBounds ALL = new PruneBounds(0, Optional.empty());

    @TempDir
    private Path folder;

    private Path root;
    private Store store;
    private Path layer;
    private Path baseLayer;
    private Path manifest;
    private Path fact;
    private Path damaged;
    private Path unfinished;
    private List<Path> own;

    @BeforeEach
    void fill() throws IOException {
        root = folder.resolve("store");
        store = open();
        layer = blob(new byte[1000], 5);
        baseLayer = blob(new byte[3000], 40);
        manifest = blob("{\"schemaVersion\": 2}".getBytes(), 41);
        Descriptor made = Descriptor.of(MediaType.OCI_LAYER_GZIP, digest(layer), 1000);
        new BlobFacts(store, BlobFacts.LAYER)
                .remember(Digest.of(new byte[1]), new BlobFacts.Known(made, Optional.of(digest(layer))));
        fact = age(root.resolve("v1/facts/layer").resolve(Digest.of(new byte[1]).hex()), 6);
        damaged = age(write("v1/damaged/" + "ab".repeat(32), 500), 3);
        unfinished = age(write("v1/blobs/sha256/.layered-dead.tmp", 70), 2);
        own = List.of(layer, baseLayer, manifest, fact, damaged, unfinished);
    }

    /** Returns the pruning of tomorrow: a file that a run left is not known for one before it is some minutes old. */
    private static StorePruning pruning(Path root) {
        return new StorePruning(new StoreFolder(root), Instant.now().plus(Duration.ofDays(1)));
    }

    private Store open() {
        return Store.open(root, folder.resolve("fallback"), new Warnings());
    }

    private Path blob(byte[] bytes, int days) throws IOException {
        try (BlobDraft draft = store.blobs().draft()) {
            draft.write(bytes, 0, bytes.length);
            draft.commit();
        }
        return age(root.resolve("v1/blobs/sha256").resolve(Digest.of(bytes).hex()), days);
    }

    private Path write(String path, int size) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[size]);
    }

    private static Path age(Path file, int days) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    private static Digest digest(Path blob) {
        return Digest.parse("sha256:" + blob.getFileName());
    }

    private static PruneBounds bounds(long bytes) {
        return new PruneBounds(bytes, Optional.empty());
    }

    private List<Path> left() {
        return own.stream().filter(Files::exists).toList();
    }

    /** Returns everything below the folder, with times and contents. */
    private Map<Path, List<Object>> state() throws IOException {
        Map<Path, List<Object>> state = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Object content = Files.isRegularFile(path) ? Digest.of(Files.readAllBytes(path)) : "";
                state.put(path, List.of(Files.getLastModifiedTime(path), content));
            }
        }
        return state;
    }

    @Test
    void lookTellsKindsAndAgesAndChangesNothing() throws IOException {
        Map<Path, List<Object>> before = state();
        PruneOutcome outcome = pruning(root).look(bounds(1500));
        assertThat(state()).isEqualTo(before);
        assertThat(outcome.isDryRun()).isTrue();
        assertThat(outcome.groups().keySet()).containsExactly(StoredKind.values());
        assertThat(outcome.groups().get(StoredKind.LAYER).all()).isEqualTo(new Count(1, 1000));
        assertThat(outcome.groups().get(StoredKind.BASE_LAYER).deleted()).isEqualTo(new Count(1, 3000));
        assertThat(outcome.groups().get(StoredKind.DOCUMENT).newest().toDays()).isEqualTo(42);
        assertThat(outcome.groups().get(StoredKind.FACT).deleted()).isEqualTo(Count.NONE);
        assertThat(outcome.groups().get(StoredKind.DAMAGED).deleted()).isEqualTo(new Count(1, 500));
        assertThat(outcome.groups().get(StoredKind.UNFINISHED).deleted()).isEqualTo(new Count(1, 70));
    }

    @Test
    void pruneDeletesWhatLookTold() {
        Count told = pruning(root).look(bounds(1500)).deleted();
        assertThat(pruning(root).prune(bounds(1500)).deleted()).isEqualTo(told);
        assertThat(left()).containsExactly(layer, fact);
        assertThat(pruning(root).prune(bounds(1500)).deleted()).isEqualTo(Count.NONE);
    }

    @Test
    void pruneToNothingEmptiesTheStoreAndTheNextRunFillsIt() throws IOException {
        pruning(root).prune(ALL);
        assertThat(left()).isEmpty();
        assertThat(pruning(root).look(ALL).groups()).isEmpty();
        store = open();
        assertThat(blob(new byte[1000], 0)).exists();
    }

    @Test
    void pruneByAgeDeletesWhatWasNotUsedForSoLong() {
        pruning(root).prune(new PruneBounds(Long.MAX_VALUE, Optional.of(Duration.ofDays(30))));
        assertThat(left()).containsExactly(layer, fact, damaged);
    }

    @Test
    void pruneKeepsWhatIsNotItsOwn() throws IOException {
        Path other = Files.write(folder.resolve("other"), new byte[10]);
        List<Path> foreign = List.of(
                write("notes.txt", 9),
                write("v2/blobs/sha256/" + "cd".repeat(32), 900),
                write("v1/blobs/sha256/notes", 9),
                write("v1/facts/layer/notes", 9),
                write("v1/facts/" + "cd".repeat(32), 9),
                write("v1/damaged/" + "cd".repeat(32) + "/" + "cd".repeat(32), 9),
                Files.createSymbolicLink(root.resolve("v1/blobs/sha256").resolve("ef".repeat(32)), other),
                Files.createSymbolicLink(root.resolve("v1/facts/kind"), layerBeside()),
                folder.resolve("beside").resolve("cd".repeat(32)),
                other);
        PruneOutcome outcome = pruning(root).prune(ALL);
        assertThat(left()).isEmpty();
        assertThat(foreign).allMatch(Files::exists);
        assertThat(outcome.leftAlone()).isEqualTo(Map.of("v2", 900L));
    }

    private Path layerBeside() throws IOException {
        Path beside = Files.createDirectories(folder.resolve("beside"));
        Files.write(beside.resolve("cd".repeat(32)), new byte[9]);
        return beside;
    }

    @Test
    void pruneKeepsWhatARunIsWriting() throws IOException {
        try (BlobDraft draft = store.blobs().draft()) {
            draft.write(new byte[10], 0, 10);
            pruning(root).prune(ALL);
            draft.commit();
            assertThat(store.blobs().has(Descriptor.of(MediaType.OCI_LAYER, draft.digest(), 10)))
                    .isTrue();
        }
    }

    @Test
    void pruneWhenThereIsNoStoreMakesNone() {
        assertThat(pruning(folder.resolve("none")).prune(ALL).groups()).isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void pruneWhenTheStoreIsBehindALinkPrunesIt() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), root);
        pruning(link).prune(ALL);
        assertThat(left()).isEmpty();
    }

    @Test
    void pruneWhenTheStoreIsReadOnlyFails() throws IOException {
        Path blobs = layer.getParent();
        Files.setPosixFilePermissions(blobs, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(blobs), "root may write anywhere");
        try {
            assertFailure(() -> pruning(root).prune(ALL))
                    .isOutside()
                    .hasId("store-delete")
                    .what("Of the local store 4 files cannot be deleted: permission denied.");
        } finally {
            Files.setPosixFilePermissions(blobs, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(left()).containsExactly(layer, baseLayer, manifest, unfinished);
    }

    @Test
    void keepWithinDeletesWhatWasUsedLeastLatelyAfterARunThatWroteBlobs() throws IOException {
        Path fresh = blob(new byte[2000], 0);
        assertThat(store.keepWithin(3500)).isEqualTo(3000 + 500 + "{\"schemaVersion\": 2}".length());
        assertThat(left()).containsExactly(layer, fact, unfinished);
        assertThat(store.keepWithin(10)).isPositive();
        assertThat(left()).containsExactly(unfinished);
        assertThat(fresh).exists();
    }

    @Test
    void keepWithinWhenTheRunWroteNoBlobDeletesNothing() {
        Store other = open();
        assertThat(other.keepWithin(10)).isZero();
        assertThat(left()).containsAll(own);
    }

    @Test
    void useOfABlobOrAFactIsTold() throws IOException {
        Instant before = Instant.now().minus(Duration.ofDays(1));
        Store reading = Store.forReading(root, new Warnings());
        for (Store looking : List.of(reading, open())) {
            boolean isUse = looking != reading;
            assertThat(looking.blobs().has(Descriptor.of(MediaType.OCI_LAYER, digest(layer), 1000)))
                    .isTrue();
            assertThat(looking.facts().read(BlobFacts.LAYER, Digest.of(new byte[1])))
                    .isPresent();
            assertThat(Files.getLastModifiedTime(layer).toInstant().isAfter(before))
                    .isEqualTo(isUse);
            assertThat(Files.getLastModifiedTime(fact).toInstant().isAfter(before))
                    .isEqualTo(isUse);
        }
        FileTime told = Files.getLastModifiedTime(layer);
        assertThat(store.blobs().linkTo(Descriptor.of(MediaType.OCI_LAYER, digest(layer), 1000), folder.resolve("out")))
                .isTrue();
        assertThat(Files.getLastModifiedTime(layer)).isEqualTo(told);
        pruning(root).prune(ALL);
        assertThat(folder.resolve("out")).hasBinaryContent(new byte[1000]);
    }
}
