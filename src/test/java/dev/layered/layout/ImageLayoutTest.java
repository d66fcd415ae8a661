package dev.layered.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.layered.failure.LayeredFailure;
import dev.layered.failure.Problem;
import dev.layered.image.Blob;
import dev.layered.image.BlobSource;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.Document;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ImageLayoutTest {

    @TempDir
    Path folder;

    private ImageLayout layout;

    @BeforeEach
    void open() {
        layout = ImageLayout.in(folder);
    }

    @Test
    void nameMakesALayoutThatReadsBack() throws IOException {
        Blob manifest = blob("a manifest");
        layout.add(manifest);

        layout.name(
                Map.of("shop/cart:1.0", manifest.descriptor()),
                Set.of(manifest.descriptor().digest()));

        assertThat(Files.readString(folder.resolve("oci-layout"))).isEqualTo("{\"imageLayoutVersion\":\"1.0.0\"}");
        assertThat(layout.images()).hasSize(1);
        assertThat(layout.images().get(0).annotations()).containsEntry(ImageLayout.REF_NAME, "shop/cart:1.0");
        assertThat(layout.document(manifest.descriptor())).asString().isEqualTo("a manifest");
    }

    @Test
    void addTwiceWritesOnce() {
        assertThat(layout.add(blob("content"))).isTrue();
        assertThat(layout.add(blob("content"))).isFalse();
    }

    @Test
    void addWhenTheBytesAreOthersKeepsNothing() throws IOException {
        Descriptor promised = blob("promised").descriptor();
        Blob liar = Document.of("", MediaType.OCI_CONFIG, "delivered".getBytes(StandardCharsets.UTF_8));
        Blob blob = ((BlobSource) descriptor -> liar.open()).blob(promised);

        Problem problem = problem(() -> layout.add(blob));

        assertThat(problem.id()).isEqualTo("layout-blob-damaged");
        assertThat(problem.what())
                .contains(promised.digest().text(), liar.descriptor().digest().text());
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void nameRemovesBlobsThatNobodyNeeds() throws IOException {
        Blob old = blob("old");
        Blob manifest = blob("manifest");
        layout.add(old);
        layout.add(manifest);

        layout.name(
                Map.of("cart", manifest.descriptor()),
                Set.of(manifest.descriptor().digest()));

        assertThat(layout.path(old.descriptor().digest())).doesNotExist();
        assertThat(layout.path(manifest.descriptor().digest())).exists();
    }

    @Test
    void imagesWhenThereIsNoLayoutNamesTheFolder() {
        Problem problem = problem(() -> layout.images());

        assertThat(problem.id()).isEqualTo("layout-missing");
        assertThat(problem.what()).contains(folder.toString());
        assertThat(problem.where()).isEqualTo(folder.toString());
        assertThat(problem.fix()).contains("oci-layout", "index.json");
    }

    @Test
    void documentWhenTheBlobIsMissingNamesIt() {
        Descriptor descriptor = blob("missing").descriptor();

        Problem problem = problem(() -> layout.document(descriptor));

        assertThat(problem.id()).isEqualTo("layout-blob-missing");
        assertThat(problem.where()).endsWith(descriptor.digest().hex());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void documentWhenTheBlobIsAPipeDoesNotWaitForIt() throws Exception {
        Descriptor descriptor = blob("missing").descriptor();
        Path pipe = layout.path(descriptor.digest());
        Files.createDirectories(pipe.getParent());
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is mkfifo");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(problem(() -> layout.document(descriptor)).id()).isEqualTo("layout-blob-missing");
    }

    @Test
    void documentWhenTheSizeIsWrongIsDamaged() {
        Blob blob = blob("content");
        layout.add(blob);
        Descriptor longer =
                Descriptor.of(MediaType.OCI_CONFIG, blob.descriptor().digest(), 8);

        assertThat(problem(() -> layout.document(longer)).what()).contains("7 bytes, not 8 bytes");
    }

    @Test
    void documentWhenItIsHugeIsNotReadIntoMemory() throws IOException {
        Digest digest = Digest.of(new byte[0]);
        Files.createDirectories(layout.path(digest).getParent());
        Files.write(layout.path(digest), new byte[(4 << 20) + 1]);

        Problem problem = problem(() -> layout.document(Descriptor.of(MediaType.OCI_INDEX, digest, 1)));

        assertThat(problem.id()).isEqualTo("layout-blob-damaged");
        assertThat(problem.what()).contains("more than 4194304 bytes");
    }

    private static Blob blob(String content) {
        return Document.of(content, MediaType.OCI_MANIFEST, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(Runnable action) {
        return catchThrowableOfType(LayeredFailure.class, action::run)
                .problems()
                .get(0);
    }
}
