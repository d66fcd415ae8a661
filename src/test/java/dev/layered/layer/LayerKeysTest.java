package dev.layered.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerKeysTest {

    private static final Instant TIME = LayerEntry.DEFAULT_TIME;

    @TempDir
    Path folder;

    @Test
    void keyAddsParentsSortedOnce() {
        KeyedLayer layer =
                key(SampleLayer.text("b/c/d", "1"), SampleLayer.text("b/c-x", "22"), SampleLayer.text("a", ""));
        assertThat(layer.entries())
                .extracting(e -> e.entry().path())
                .containsExactly("a", "b", "b/c", "b/c-x", "b/c/d");
        assertThat(layer.entries().get(1).entry()).isEqualTo(LayerEntry.directory("b"));
        assertThat(layer.files()).isEqualTo(3);
        assertThat(layer.contentSize()).isEqualTo(3);
    }

    @Test
    void keyKeepsDirectoriesThatAreGiven() {
        LayerEntry sticky = new LayerEntry("tmp", new Content.Directory(), 01777, 5, 6, Instant.EPOCH);
        KeyedLayer layer = key(SampleLayer.text("tmp/x", ""), sticky);
        assertThat(layer.entries().get(0).entry()).isEqualTo(sticky);
        assertThat(layer.entries()).hasSize(2);
    }

    @Test
    void keyWhenAnythingDiffersDiffers() {
        Content one = new Content.OfBytes(new byte[] {1});
        Set<LayerKey> keys = new HashSet<>();
        List<LayerEntry> variants = new ArrayList<>();
        variants.add(new LayerEntry("a", one, 0644, 0, 0, TIME));
        variants.add(new LayerEntry("b", one, 0644, 0, 0, TIME));
        variants.add(new LayerEntry("a", new Content.OfBytes(new byte[] {2}), 0644, 0, 0, TIME));
        variants.add(new LayerEntry("a", new Content.OfBytes(new byte[0]), 0644, 0, 0, TIME));
        variants.add(new LayerEntry("a", new Content.Directory(), 0644, 0, 0, TIME));
        variants.add(new LayerEntry("a", new Content.Link("x"), 0644, 0, 0, TIME));
        variants.add(new LayerEntry("a", new Content.Link("y"), 0644, 0, 0, TIME));
        variants.add(new LayerEntry("a", one, 0755, 0, 0, TIME));
        variants.add(new LayerEntry("a", one, 0644, 1, 0, TIME));
        variants.add(new LayerEntry("a", one, 0644, 0, 1, TIME));
        variants.add(new LayerEntry("a", one, 0644, 0, 0, TIME.plusSeconds(1)));
        variants.forEach(entry -> keys.add(key(entry).key()));
        keys.add(LayerKeys.key(variants.subList(0, 1), Compression.NONE).key());
        keys.add(key().key());
        assertThat(keys).hasSize(variants.size() + 2);
    }

    @Test
    void keyWhenOnlySourceOrFractionOfTimeDiffersIsSame() throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[] {1});
        LayerEntry made = new LayerEntry("a", new Content.OfBytes(new byte[] {1}), 0644, 0, 0, TIME);
        LayerEntry copied = new LayerEntry("a", new Content.OfFile(file), 0644, 0, 0, TIME.plusMillis(400));
        assertThat(key(made).key()).isEqualTo(key(copied).key());
        assertThat(key(made, copied).key()).isEqualTo(key(made).key());
        assertThat(LayerKey.parse(key(made).key().toString()))
                .isEqualTo(key(made).key());
    }

    @Test
    void keyWhenTwoEntriesDifferInContentFails() throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[] {1});
        Problem problem = Caught.mistake(() ->
                key(LayerEntry.file("app/a.jar", new Content.OfFile(file), false), SampleLayer.text("app/a.jar", "x")));
        assertThat(problem)
                .isEqualTo(new Problem(
                        "entry-twice",
                        "Two entries for '/app/a.jar' differ in content.",
                        "file " + file + " (mode 644, owner 0:0, 4bf5122f3445) and file one we made"
                                + " (mode 644, owner 0:0, 2d711642b726)",
                        "leave one of the two out, or give it another path in the image"));
    }

    @Test
    void keyWhenTwoEntriesDifferInModeFails() {
        Problem problem = Caught.mistake(
                () -> key(LayerEntry.directory("d"), new LayerEntry("d", new Content.Directory(), 0700, 0, 0, TIME)));
        assertThat(problem.what()).isEqualTo("Two entries for '/d' differ in mode, owner or time.");
    }

    @Test
    void keyWhenSomethingIsBelowAFileFails() {
        assertThat(Caught.mistake(() -> key(SampleLayer.text("a/b/c", ""), SampleLayer.text("a", ""))))
                .isEqualTo(new Problem(
                        "entry-parent",
                        "'/a/b/c' is below '/a', which is a file.",
                        "a file and what is below it in one layer",
                        "give one of the two another path in the image"));
    }

    @Test
    void keyWhenSomethingIsBelowALinkFails() {
        LayerEntry link = new LayerEntry("a", new Content.Link("b"), 0777, 0, 0, TIME);
        assertThat(Caught.mistake(() -> key(link, SampleLayer.text("a/b", ""))).what())
                .isEqualTo("'/a/b' is below '/a', which is a link.");
    }

    private static KeyedLayer key(LayerEntry... entries) {
        return LayerKeys.key(List.of(entries), Compression.GZIP);
    }
}
