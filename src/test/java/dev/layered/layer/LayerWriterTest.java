package dev.layered.layer;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import dev.layered.image.Digest;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.Progress;
import dev.layered.store.BlobDraft;
import dev.layered.store.BlobStore;
import dev.layered.store.KnownFiles;
import dev.layered.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerWriterTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("compressions")
    void writeToDraftGivesWhatTheStoreHas(Compression compression) throws IOException {
        BlobStore blobs = blobs();
        KeyedLayer keyed = LayerKeys.key(SampleLayer.entries(), compression);
        Layer layer;
        try (BlobDraft draft = blobs.draft()) {
            layer = LayerWriter.write(keyed, draft, Progress.UNHEARD);
            assertThat(draft.commit()).isEqualTo(layer.descriptor().digest());
        }
        assertThat(layer.key()).isEqualTo(keyed.key());
        assertThat(blobs.open(layer.descriptor()).readAllBytes())
                .hasSize((int) layer.descriptor().size());
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void writeKeyingGivesTheKeyAndTheBytesOfTheOtherWay(Compression compression) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "first words");
        List<LayerEntry> entries = new ArrayList<>(SampleLayer.entries());
        entries.addAll(entries(file));
        entries.addAll(entries(Files.copy(file, folder.resolve("same.txt"))));
        KeyedLayer keyed = LayerKeys.key(entries, compression);
        try (BlobDraft draft = blobs().draft()) {
            LayerWriter.Written written =
                    LayerWriter.writeKeying(entries, compression, KnownFiles.NONE, draft, Progress.UNHEARD);

            assertThat(written.keyed().key()).isEqualTo(keyed.key());
            assertThat(written.keyed().entries()).isEqualTo(keyed.entries());
            assertThat(written.layer()).isEqualTo(LayerWriter.write(keyed, OutputStream.nullOutputStream()));
        }
    }

    @Test
    void writeKeyingWhenTwoFilesOfOnePathDifferFails() throws IOException {
        List<LayerEntry> entries = new ArrayList<>();
        entries.addAll(entries(Files.writeString(folder.resolve("a.txt"), "first words")));
        entries.addAll(entries(Files.writeString(folder.resolve("b.txt"), "other words")));
        try (BlobDraft draft = blobs().draft()) {
            assertFailure(() -> LayerWriter.writeKeying(
                            entries, Compression.GZIP, KnownFiles.NONE, draft, Progress.UNHEARD))
                    .hasId("entry-twice");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cut", "other words", "first words and more"})
    void writeKeyingWhenTheFileChangesMeanwhileFails(String now) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "first words");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        try (BlobDraft draft = blobs().draft()) {
            // it is heard when the bytes are through, before the file is asked again
            assertFailure(() -> LayerWriter.writeKeying(
                            entries(file), Compression.GZIP, KnownFiles.NONE, draft, done -> change(file, now)))
                    .isOutside()
                    .hasId("file-changed")
                    .what("'" + file + "' changed while it was put into a layer.");
        }
    }

    private static void change(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Compression> compressions() {
        return List.of(Compression.GZIP, Compression.ZSTD, Compression.of("zstd:19"), Compression.NONE);
    }

    @Test
    void writeOfNothingGivesEmptyArchive() throws IOException {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        Layer layer = LayerWriter.write(LayerKeys.key(List.of(), Compression.NONE), blob);
        assertThat(blob.toByteArray()).isEqualTo(new byte[1024]);
        assertThat(layer.diffId()).isEqualTo(Digest.of(new byte[1024]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other words", "short", "much longer words than before", ""})
    void writeWhenFileChangedSinceKeyFailsAndStoresNothing(String now) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "first words");
        KeyedLayer keyed = LayerKeys.key(entries(file), Compression.GZIP);
        Files.writeString(file, now);
        try (BlobDraft draft = blobs().draft()) {
            assertThat(Caught.outside(() -> LayerWriter.write(keyed, draft, Progress.UNHEARD)))
                    .isEqualTo(new Problem(
                            "file-changed",
                            "'" + file + "' changed while it was put into a layer.",
                            file.toString(),
                            "run the same command again when nothing writes to that file"));
        }
        try (Stream<Path> stored = Files.list(folder.resolve("store/v1/blobs/sha256"))) {
            assertThat(stored).isEmpty();
        }
    }

    @Test
    void writeWhenFileIsGoneFails() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "first words");
        KeyedLayer keyed = LayerKeys.key(entries(file), Compression.GZIP);
        Files.delete(file);
        try (BlobDraft draft = blobs().draft()) {
            assertThat(Caught.outside(() -> LayerWriter.write(keyed, draft, Progress.UNHEARD))
                            .what())
                    .isEqualTo("'" + file + "' cannot be read: it does not exist.");
        }
    }

    private BlobStore blobs() {
        return Store.open(folder.resolve("store"), folder.resolve("fallback"), BuildLog.SILENT)
                .blobs();
    }

    private static List<LayerEntry> entries(Path file) {
        return List.of(LayerEntry.file("app/a.txt", new Content.OfFile(file), false));
    }
}
