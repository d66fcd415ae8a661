package dev.layered.base;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.MediaType;
import dev.layered.json.JsonObject;
import dev.layered.layer.Compression;
import dev.layered.layer.Content;
import dev.layered.layer.LayerEntry;
import dev.layered.layer.LayerKeys;
import dev.layered.layer.LayerWriter;
import dev.layered.outcome.BuildLog;
import dev.layered.store.Store;
import dev.layered.tar.TarEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaseListingsTest {

    @TempDir
    Path folder;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final BuildLog log = new BuildLog() {
        @Override
        public void warning(String text) {
            warnings.add(text);
        }
    };

    @Test
    void treeHasTheFoldersOfAllLayersTheUpperOnesOnTop() throws IOException {
        Blob lower = layer(folder("tmp", 01777, 0), folder("home", 0755, 0));
        Blob upper = layer(folder("home", 0711, 7));

        ImageTree tree = listings().tree(List.of(lower, upper));

        assertThat(tree.at("tmp")).map(TarEntry::mode).contains(01777);
        assertThat(tree.at("home")).map(entry -> entry.owner().uid()).contains(7L);
        assertThat(warnings).isEmpty();
    }

    @Test
    void treeReadsALayerOnceAndThenRemembersIt() throws IOException {
        Blob layer = layer(folder("tmp", 01777, 0));
        listings().tree(List.of(layer));

        ImageTree again = listings().tree(List.of(unreadable(layer.descriptor())));

        assertThat(again.at("tmp")).map(TarEntry::mode).contains(01777);
    }

    @Test
    void treeWhenALayerIsDamagedFailsAndRemembersNothing() throws IOException {
        Blob layer = layer(folder("tmp", 01777, 0));
        Blob other = layer(folder("tmp", 0700, 0));
        Blob damaged = other.as(layer.descriptor());

        assertFailure(() -> listings().tree(List.of(damaged)))
                .hasId("base-layer")
                .what("A layer of the base image is damaged: its bytes are not those of "
                        + layer.descriptor().digest() + ".")
                .where(damaged.source())
                .fix("make or fetch the base image again");
        assertThat(listings().tree(List.of(layer)).at("tmp"))
                .map(TarEntry::mode)
                .contains(01777);
    }

    @Test
    void treeWhenABaseCannotBeReadFails() throws IOException {
        Blob layer = unreadable(layer(folder("tmp", 01777, 0)).descriptor());

        assertFailure(() -> listings().tree(List.of(layer)))
                .hasId("base-unreadable")
                .what("A layer of the base image cannot be read: gone.")
                .where(layer.source())
                .fix("make the base image readable for the user who builds");
    }

    @Test
    void treeWarnsOfLayersThatNobodyCanRead() {
        byte[] bytes = "7z is none of ours, and neither tar nor gzip".getBytes();
        Blob strange = Document.of("", "application/vnd.example.layer.7z", bytes);
        JsonObject urls = JsonObject.builder()
                .put("urls", List.of("https://example.com/l"))
                .build();
        Descriptor foreign = new Descriptor(
                MediaType.OCI_LAYER_FOREIGN, Digest.of(bytes), 9, java.util.Optional.empty(), Map.of(), urls);

        listings().tree(List.of(strange, unreadable(foreign)));

        String rest = " Folders that it alone has get mode 0755 and owner 0:0 where the image writes below them.";
        assertThat(warnings)
                .hasSize(2)
                .allMatch(text -> text.contains(" cannot be listed. ") && text.endsWith("." + rest));
    }

    private BaseListings listings() {
        return new BaseListings(Store.open(folder.resolve("store"), folder.resolve("other"), log), log);
    }

    private static LayerEntry folder(String path, int mode, long owner) {
        return new LayerEntry(path, new Content.Directory(), mode, owner, owner, LayerEntry.DEFAULT_TIME);
    }

    private static Blob layer(LayerEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LayerWriter.write(LayerKeys.key(List.of(entries), Compression.GZIP), bytes);
        return Document.of("", MediaType.OCI_LAYER_GZIP, bytes.toByteArray());
    }

    private static Blob unreadable(Descriptor descriptor) {
        return new Blob() {
            @Override
            public Descriptor descriptor() {
                return descriptor;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        };
    }
}
