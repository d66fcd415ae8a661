package dev.layered.faults;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.layer.Compression;
import dev.layered.layer.Content;
import dev.layered.layer.KeyedLayer;
import dev.layered.layer.LayerEntry;
import dev.layered.layer.LayerKeys;
import dev.layered.layer.LayerWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file changes while its bytes go into a layer: the layer has the old file whole, or there is no layer. */
final class ChangingFileTest {

    private static final int SIZE = 3_000_000;

    @TempDir
    Path folder;

    private Path file;
    private KeyedLayer layer;
    private Digest whole;

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    @BeforeEach
    void keyAFile() throws IOException {
        file = Files.write(folder.resolve("large.bin"), bytes(1, SIZE));
        layer = LayerKeys.key(
                List.of(LayerEntry.file("app/large.bin", new Content.OfFile(file), false)), Compression.NONE);
        whole = write(() -> {});
    }

    @Test
    void writeWhenTheFileIsReplacedKeepsTheOldOne() throws IOException {
        Path other = Files.write(folder.resolve("other"), bytes(2, SIZE));

        assertThat(write(() -> Files.move(other, file, StandardCopyOption.ATOMIC_MOVE)))
                .isEqualTo(whole);
        assertFails(() -> {});
    }

    @Test
    void writeWhenTheFileIsDeletedKeepsTheOldOne() throws IOException {
        assertThat(write(() -> Files.delete(file))).isEqualTo(whole);
    }

    @Test
    void writeWhenTheFileIsCutFails() {
        assertFails(() -> Files.write(file, new byte[10]));
        assertFails(() -> Files.write(file, new byte[0]));
    }

    @Test
    void writeWhenTheFileGrowsFails() {
        assertFails(() -> Files.write(file, new byte[1], StandardOpenOption.APPEND));
    }

    @Test
    void writeWhenTheFileGrowsForEverFails() {
        assertFails(() -> Files.write(file, bytes(3, 2 * SIZE), StandardOpenOption.APPEND));
    }

    @Test
    void writeWhenBytesChangeInPlaceFails() {
        assertFails(() -> Files.write(file, bytes(2, SIZE), StandardOpenOption.WRITE));
    }

    private void assertFails(Change change) {
        assertFailure(() -> write(change))
                .isOutside()
                .hasId("file-changed")
                .what("'" + file + "' changed while it was put into a layer.");
    }

    /** Writes the layer, with a change when a third of the file is through; returns its digest. */
    private Digest write(Change change) throws IOException {
        return LayerWriter.write(layer, new Changing(change)).descriptor().digest();
    }

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static final class Changing extends FilterOutputStream {

        private final Change change;
        private int written;
        private boolean made;

        Changing(Change change) {
            super(OutputStream.nullOutputStream());
            this.change = change;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            written += length;
            if (!made && written > SIZE / 3) {
                made = true;
                change.make();
            }
        }
    }
}
