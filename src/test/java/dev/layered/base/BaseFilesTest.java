package dev.layered.base;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Document;
import dev.layered.outcome.BuildLog;
import dev.layered.store.Store;
import dev.layered.tar.TarEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaseFilesTest {

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void openStore() {
        store = Store.open(folder.resolve("store"), folder.resolve("other"), BuildLog.SILENT);
    }

    @Test
    void readFollowsLinksAndTakesTheUppermostFile() throws IOException {
        Blob lower =
                new SampleLayer().folder("usr/lib").file("usr/lib/a", "old").file("usr/lib/b", "b");
        Blob upper = new SampleLayer()
                .file("usr/lib/a", "new")
                .link("lib", "usr/lib")
                .link("etc/b", "/lib/b");

        assertThat(read(in(lower, upper), "/lib/a", "etc/b")).isEqualTo(Map.of("usr/lib/a", "new", "usr/lib/b", "b"));
    }

    @Test
    void readOpensOnlyLayersThatHoldAFileAndThemOnce() throws IOException {
        SampleLayer first = new SampleLayer().file("a", "a").file("b", "b");
        SampleLayer second = new SampleLayer().file("c", "c");
        in(first, second);

        read(in(first, second), "a", "b");
        read(in(first, second), "a", "b");

        assertThat(first.opened()).as("listed once, read once").isEqualTo(2);
        assertThat(second.opened()).as("listed once").isEqualTo(1);
    }

    @Test
    void readOfAHardLinkIsTheFileThatItNames() throws IOException {
        Blob lower = new SampleLayer().file("a", "old");
        Blob upper = new SampleLayer().hardLink("b", "a");
        Blob top = new SampleLayer().file("x", "x").hardLink("y", "x").file("a", "later");

        assertThat(read(in(lower, upper, top), "b", "y")).isEqualTo(Map.of("b", "old", "y", "x"));
    }

    @Test
    void fileOfWhatIsGoneOrNoFileIsNone() throws IOException {
        Blob lower = new SampleLayer().file("gone", "x").folder("etc").file("etc/kept", "x");
        Blob upper = new SampleLayer()
                .file(".wh.gone", "")
                .link("loop", "loop")
                .link("nowhere", "nothing")
                .hardLink("p", "q")
                .hardLink("q", "p");
        BaseFiles files = in(lower, upper);

        assertThat(List.of("gone", "etc", "loop", "nowhere", "p", "nothing"))
                .allMatch(path -> files.file(path).isEmpty());
        assertThat(files.file("etc/kept")).isPresent();
        assertThat(files.hasFolder("/etc")).isTrue();
        assertThat(files.hasFolder("etc/kept")).isFalse();
    }

    @Test
    void readOfALargeFileFails() throws IOException {
        SampleLayer layer = new SampleLayer().file("etc/large", new byte[(1 << 24) + 1]);

        assertFailure(() -> read(in(layer), "etc/large"))
                .hasId("base-file-large")
                .isMistake()
                .what("The file '/etc/large' of the base image has 16777217 bytes, which is more than the 16 MB that"
                        + " are read.")
                .where(layer.source())
                .fix("choose another base");
    }

    @Test
    void readWhenALayerIsDamagedFailsAndRemembersNothing() throws IOException {
        SampleLayer layer = new SampleLayer().file("a", "good");
        byte[] other = new SampleLayer().file("a", "evil").open().readAllBytes();
        in(layer);

        assertFailure(() -> read(in(other(layer.descriptor(), other)), "a")).hasId("base-layer");
        assertThat(read(in(layer), "a")).isEqualTo(Map.of("a", "good"));
    }

    @Test
    void inWhenALayerIsOfAnUnknownKindFails() {
        Blob strange = Document.of("", "application/vnd.example.layer.7z", "7z is none of ours".getBytes());

        assertFailure(() -> in(strange))
                .hasId("base-unlisted")
                .isMistake()
                .what("A layer of the base image cannot be read, so that the test fails: "
                        + strange.descriptor().digest()
                        + ". The layer is neither tar nor gzip nor Zstandard; it begins with the bytes 377a20697320.")
                .where(strange.source())
                .fix("pack the base image again with gzip, e.g. by skopeo copy --dest-compress-format gzip, or choose"
                        + " another");
    }

    private BaseFiles in(Blob... layers) {
        return BaseFiles.in(List.of(layers), "the test fails", store, BuildLog.SILENT);
    }

    private static Map<String, String> read(BaseFiles files, String... paths) {
        List<TarEntry> found = List.of(paths).stream()
                .map(path -> files.file(path).orElseThrow())
                .toList();
        return files.read(found).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new String(entry.getValue(), StandardCharsets.UTF_8)));
    }

    private static Blob other(Descriptor descriptor, byte[] bytes) {
        return new Blob() {
            @Override
            public Descriptor descriptor() {
                return descriptor;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
