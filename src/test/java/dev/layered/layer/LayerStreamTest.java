package dev.layered.layer;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LayerStreamTest {

    private static final int FILES = 6;
    private static final int FILE_SIZE = 1 << 20;

    @TempDir
    Path folder;

    private KeyedLayer keyed;
    private byte[] bytes;
    private Layer layer;

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(7);
        List<LayerEntry> entries = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            byte[] content = new byte[FILE_SIZE];
            random.nextBytes(content);
            Path file = Files.write(folder.resolve("file" + i), content);
            entries.add(LayerEntry.file("app/file" + i, new Content.OfFile(file), false));
        }
        keyed = LayerKeys.key(entries, Compression.GZIP);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        layer = LayerWriter.write(keyed, out);
        bytes = out.toByteArray();
    }

    @Test
    void readGivesTheLayerEachTimeItIsOpened() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (LayerStream in = new LayerStream(keyed, layer)) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void readIsNotMuchAheadOfItsReader() throws IOException {
        try (LayerStream in = new LayerStream(keyed, layer)) {
            assertThat(in.read()).isEqualTo(bytes[0] & 0xff);
            Files.delete(folder.resolve("file" + (FILES - 1)));

            assertFailure(in::readAllBytes).hasId("file-read");
        }
    }

    @Test
    void readWhenAnotherLayerIsMadeKeepsItsLastBytesBack() throws IOException {
        Descriptor other = Descriptor.of(
                layer.descriptor().mediaType(),
                Digest.of(new byte[1]),
                layer.descriptor().size());
        for (Layer told : List.of(
                new Layer(layer.key(), other, layer.diffId()),
                new Layer(layer.key(), layer.descriptor(), Digest.of(new byte[1])))) {
            ByteArrayOutputStream got = new ByteArrayOutputStream();
            try (LayerStream in = new LayerStream(keyed, told)) {
                assertFailure(() -> in.transferTo(got))
                        .hasId("blob-mismatch")
                        .what("What was made for blob " + told.descriptor().digest() + " is another: " + bytes.length
                                + " bytes of " + layer.descriptor().digest() + " of diffID " + layer.diffId() + ".")
                        .where("the layer of key " + keyed.key().digest())
                        .isOutside();
            }
            assertThat(got.size()).isLessThan(bytes.length);
        }
    }

    @Test
    void closeEndsTheThreadThatMakesTheLayer() throws Exception {
        LayerStream in = new LayerStream(keyed, layer);
        assertThat(in.read()).isEqualTo(bytes[0] & 0xff);

        in.close();

        in.maker().join();
        assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
}
