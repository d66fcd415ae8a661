package dev.layered.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.store.KnownFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guards the bytes of a layer. A digest here may change only together with {@link LayerKey#FORMAT_VERSION}: else a run
 * takes what an older version made for what this one would make.
 */
class LayerGoldenTest {

    private static final String GZIP_KEY = "sha256:b8289f629cf708bfa51b722e245acee3ea7a48928dc328ce6ca6b460ca1310ce";
    private static final String NONE_KEY = "sha256:8c050cda4b89aff5e87f1b4cc68561fba4cddabb1ad9f40d368a5f67fb08dd38";
    private static final String GZIP = "sha256:451d602be37144bd8fbe641dcec6d8decc71f54775fccd051fa5beeb54d06c45";
    private static final String ZSTD_KEY = "sha256:f53872e8d4324ee67763dd7575cf361d5406aac3aef91418ee607dcedca111f9";
    private static final String ZSTD = "sha256:46f973b409e1358d468de2d2d5b2991956a49851912bbfc9a52cf28ff42ce946";
    private static final String ZSTD_19 = "sha256:28b9e617dab880fed2fc83233e6e2943abf59e830292a24a76b0c33c64525228";
    private static final String TIMELESS_JAR =
            "sha256:30102a4c2645a75f943555fd1749024c704a74055e7df08a8317c57dfa71bea6";
    private static final String TAR = "sha256:eaed407af60671a2049df8a0c2ea8ae3580703cdc0ae0d2d5daacdb5e3ea96ac";

    @Test
    void writeGzipGivesGoldenDigests() throws IOException {
        Layer layer = write(SampleLayer.entries(), Compression.GZIP);
        assertThat(layer.key()).hasToString(GZIP_KEY);
        assertThat(layer.diffId()).hasToString(TAR);
        assertThat(layer.descriptor().digest()).hasToString(GZIP);
        assertThat(layer.descriptor().mediaType()).isEqualTo(MediaType.OCI_LAYER_GZIP);
        assertThat(LayerKey.FORMAT_VERSION).isEqualTo(3);
    }

    @Test
    void writeNoneGivesGoldenDigests() throws IOException {
        Layer layer = write(SampleLayer.entries(), Compression.NONE);
        assertThat(layer.key()).hasToString(NONE_KEY);
        assertThat(layer.diffId()).hasToString(TAR);
        assertThat(layer.descriptor().digest()).hasToString(TAR);
        assertThat(layer.descriptor().mediaType()).isEqualTo(MediaType.OCI_LAYER);
    }

    /** The key names the release of Zstandard too: it changes with every one, and the bytes need not. */
    @Test
    void writeZstandardGivesGoldenDigests() throws IOException {
        Layer layer = write(SampleLayer.entries(), Compression.ZSTD);
        assertThat(layer.key()).hasToString(ZSTD_KEY);
        assertThat(layer.diffId()).hasToString(TAR);
        assertThat(layer.descriptor().digest()).hasToString(ZSTD);
        assertThat(layer.descriptor().mediaType()).isEqualTo(MediaType.OCI_LAYER_ZSTD);
        assertThat(write(SampleLayer.entries(), Compression.of("zstd:19"))
                        .descriptor()
                        .digest())
                .hasToString(ZSTD_19);
    }

    @Test
    void writeInAnyOrderGivesSameBytes() throws IOException {
        List<LayerEntry> entries = new ArrayList<>(SampleLayer.entries());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(entries, new Random(seed));
            assertThat(write(entries, Compression.GZIP).descriptor().digest()).hasToString(GZIP);
        }
    }

    @Test
    void writeInManyThreadsGivesSameBytes() {
        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> {
                    try {
                        return write(SampleLayer.entries(), Compression.GZIP)
                                .descriptor()
                                .digest()
                                .text();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .hasSize(8)
                .containsOnly(GZIP);
    }

    @Test
    void writeInOtherPlacesOfTheWorldGivesSameBytes() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String user = System.getProperty("user.name");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            System.setProperty("user.name", "somebody else");
            Layer layer = write(SampleLayer.entries(), Compression.GZIP);
            assertThat(layer.key()).hasToString(GZIP_KEY);
            assertThat(layer.descriptor().digest()).hasToString(GZIP);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(write(SampleLayer.entries(), Compression.GZIP)
                            .descriptor()
                            .digest())
                    .hasToString(GZIP);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            System.setProperty("user.name", user);
        }
    }

    /** Another digest needs another word in {@link SourceFile} besides, for digests are remembered under it. */
    @Test
    void digestOfAJarWithoutItsTimesIsGolden(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("module.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setMethod(ZipOutputStream.STORED);
            for (String name : List.of("b.txt", "META-INF/MANIFEST.MF", "a.txt")) {
                byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry entry = new ZipEntry(name);
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(bytes);
            }
        }
        Content.OfFile source = new Content.OfFile(jar, Content.Form.TIMELESS_JAR);
        assertThat(new SourceFile(source).digest(KnownFiles.NONE)).hasToString(TIMELESS_JAR);
    }

    @Test
    void writeFromFilesGivesSameBytesAsFromMemory(@TempDir Path folder) throws IOException {
        List<LayerEntry> fromFiles = new ArrayList<>();
        for (LayerEntry entry : SampleLayer.entries()) {
            Content content = entry.content();
            if (content instanceof Content.OfBytes made) {
                Path file = Files.write(folder.resolve("f" + fromFiles.size()), made.bytes());
                content = new Content.OfFile(file);
            }
            fromFiles.add(new LayerEntry(entry.path(), content, entry.mode(), entry.uid(), entry.gid(), entry.time()));
        }
        Layer layer = write(fromFiles, Compression.GZIP);
        assertThat(layer.key()).hasToString(GZIP_KEY);
        assertThat(layer.descriptor().digest()).hasToString(GZIP);
    }

    private static Layer write(List<LayerEntry> entries, Compression compression) throws IOException {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        Layer layer = LayerWriter.write(LayerKeys.key(entries, compression), blob);
        assertThat(layer.descriptor().digest()).isEqualTo(Digest.of(blob.toByteArray()));
        assertThat(layer.descriptor().size()).isEqualTo(blob.size());
        return layer;
    }
}
