package dev.layered.layout;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.layout.DraftLayout.json;
import static dev.layered.layout.DraftLayout.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.Zstd;
import dev.layered.failure.Mistakes;
import dev.layered.image.Descriptor;
import dev.layered.image.Image;
import dev.layered.image.MediaType;
import dev.layered.real.Dockerd;
import dev.layered.real.Podman;
import dev.layered.real.RealTool;
import dev.layered.real.Skopeo;
import dev.layered.tar.TarEntry;
import dev.layered.tar.TarFiles;
import dev.layered.tar.TarReader;
import dev.layered.tar.TestTar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {

    @TempDir
    Path folder;

    private final DraftLayout draft = new DraftLayout();

    @Test
    void writeOciHoldsTheLayoutAndNothingElse() throws IOException {
        Descriptor image = draft.image("amd64");
        Descriptor attestation = draft.manifest(draft.blob("application/vnd.oci.empty.v1+json", new byte[] {'{', '}'}));
        draft.name(draft.index(json(image, on("linux", "amd64")), json(attestation, on("unknown", "unknown"))), "x");
        draft.files.put("blobs/sha256/" + "0".repeat(64), new byte[9]);
        Path target = folder.resolve("out.tar");
        assertThat(ImageArchive.writeOci(layout(), target)).isTrue();
        List<TarEntry> entries = entries(target);
        assertThat(entries)
                .extracting(TarEntry::path)
                .hasSize(10)
                .isSorted()
                .doesNotContain("blobs/sha256/" + "0".repeat(64));
        assertThat(entries).extracting(TarEntry::owner).containsOnly(TarEntry.Owner.ROOT);
        assertThat(entries).extracting(TarEntry::time).containsOnly(Instant.ofEpochSecond(1));
        assertThat(images("oci-archive:out.tar")).isEqualTo(images("oci:images"));
    }

    @Test
    void writeTwiceGivesSameBytesAndLeavesTheFileAlone() throws IOException {
        draft.name(draft.image("amd64"), "x");
        Path target = folder.resolve("out.tar");
        ImageLayout layout = layout();
        ImageArchive.writeOci(layout, target);
        byte[] first = Files.readAllBytes(target);
        Files.setLastModifiedTime(target, FileTime.fromMillis(0));
        assertThat(ImageArchive.writeOci(layout, target)).isFalse();
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(FileTime.fromMillis(0));
        assertThat(ImageArchive.writeOci(layout, folder.resolve("other.tar"))).isTrue();
        assertThat(folder.resolve("other.tar")).hasBinaryContent(first);
    }

    @Test
    void writeWhenALayerIsDamagedFailsAndLeavesNothing() throws IOException {
        Descriptor image = draft.image("amd64");
        draft.name(image, "x");
        ImageLayout layout = layout();
        Path layer =
                layout.path(draft.blob(MediaType.OCI_LAYER, DraftLayout.TAR).digest());
        byte[] bytes = Files.readAllBytes(layer);
        bytes[0] ^= 1;
        Files.write(layer, bytes);
        Path target = folder.resolve("out.tar");
        assertFailure(() -> ImageArchive.writeOci(layout, target))
                .hasId("layout-blob-damaged")
                .where(layer.toString());
        assertFailure(() -> ImageArchive.writeDocker(image("oci:images"), List.of(), target))
                .hasId("layer-compression");
        assertThat(target).doesNotExist();
    }

    @Test
    void writeDockerReadsBackWithEveryCompression() throws IOException {
        byte[] tar = DraftLayout.TAR;
        draft.name(
                draft.manifest(
                        draft.config("amd64", tar, tar, tar),
                        draft.blob(MediaType.OCI_LAYER_GZIP, DraftLayout.gzip(tar)),
                        draft.blob(MediaType.OCI_LAYER_ZSTD, Zstd.compress(tar)),
                        draft.blob(MediaType.OCI_LAYER, tar)),
                "x");
        layout();
        Image image = image("oci:images");
        assertThat(ImageArchive.writeDocker(image, List.of("shop/x:1"), folder.resolve("out.tar")))
                .isTrue();
        assertThat(TarFiles.in(folder.resolve("out.tar")).names()).hasSize(4).contains("manifest.json");
        Image read = image("docker-archive:out.tar");
        assertThat(read.config().bytes()).isEqualTo(image.config().bytes());
        assertThat(read.manifest().value().layers())
                .extracting(Descriptor::mediaType)
                .containsExactly(MediaType.OCI_LAYER_GZIP, MediaType.OCI_LAYER, MediaType.OCI_LAYER);
    }

    @Test
    void skopeoReadsBothKinds() throws IOException {
        assumeTrue(RealTool.areThere("skopeo reads archives", "skopeo"));
        Image image = real();
        for (String archive : List.of("oci-archive:" + folder.resolve("oci.tar") + ":x", docker())) {
            Path copy = Files.createTempDirectory(folder, "copy");
            Skopeo.copy(archive, "oci:" + copy + ":x");
            Image back = image("oci:" + copy);
            assertThat(back.config().value()).isEqualTo(image.config().value());
        }
    }

    @Test
    void ourReadingOfWhatSkopeoWritesGivesTheSameImage() throws IOException {
        assumeTrue(RealTool.areThere("archives of skopeo are read", "skopeo"));
        Image image = real();
        Path docker = folder.resolve("skopeo-docker.tar");
        Path oci = folder.resolve("skopeo-oci.tar");
        Skopeo.copy("oci:" + folder.resolve("images") + ":x", "docker-archive:" + docker + ":shop/x:1");
        Skopeo.copy("oci:" + folder.resolve("images") + ":x", "oci-archive:" + oci + ":x");
        assertThat(image("docker-archive:" + docker).config().value())
                .isEqualTo(image.config().value());
        assertThat(image("oci-archive:" + oci).manifest().digest())
                .isEqualTo(image.manifest().digest());
    }

    @Test
    void podmanLoadsBothKinds() throws IOException {
        assumeTrue(RealTool.areThere("Podman loads archives", "podman") && RealTool.isRoot("Podman loads archives"));
        Image image = real();
        try (Podman podman = Podman.start()) {
            podman.load(folder.resolve("docker.tar"));
            assertThat(podman.id("shop/x:1")).isEqualTo(image.config().digest().hex());
        }
        try (Podman podman = Podman.start()) {
            podman.load(folder.resolve("oci.tar"));
            assertThat(podman.id("x")).isEqualTo(image.config().digest().hex());
        }
    }

    @Test
    void dockerLoadsIt() throws IOException {
        assumeTrue(RealTool.areThere("Docker loads archives", "dockerd", "docker")
                && RealTool.isRoot("Docker loads archives"));
        Image image = real();
        try (Dockerd docker = Dockerd.start()) {
            docker.load(folder.resolve("docker.tar"));
            assertThat(docker.id("shop/x:1")).isEqualTo(image.config().digest().text());
        }
    }

    /** Writes archives of both kinds of an image with layers in gzip. */
    private Image real() throws IOException {
        byte[] other = new TestTar().file("etc/other", "o").bytes();
        draft.name(
                draft.manifest(
                        draft.config("amd64", DraftLayout.TAR, other),
                        draft.blob(MediaType.OCI_LAYER_GZIP, DraftLayout.gzip(DraftLayout.TAR)),
                        draft.blob(MediaType.OCI_LAYER_GZIP, DraftLayout.gzip(other))),
                "x");
        ImageArchive.writeOci(layout(), folder.resolve("oci.tar"));
        Image image = image("oci:images");
        ImageArchive.writeDocker(image, List.of("shop/x:1"), folder.resolve("docker.tar"));
        return image;
    }

    private String docker() {
        return "docker-archive:" + folder.resolve("docker.tar");
    }

    private ImageLayout layout() throws IOException {
        draft.write(folder, false);
        return ImageLayout.in(folder.resolve("images"));
    }

    private Image image(String location) {
        return read(location).get(0).images().get(0).image();
    }

    private List<String> images(String location) {
        return read(location).stream()
                .flatMap(stored -> stored.images().stream())
                .map(image -> image.platform() + " " + image.image().manifest().digest())
                .toList();
    }

    private List<StoredImage> read(String location) {
        Mistakes faults = new Mistakes();
        List<StoredImage> images =
                StoredImages.at(location, folder).orElseThrow().images(faults);
        faults.throwIfAny();
        return images;
    }

    private static List<TarEntry> entries(Path archive) throws IOException {
        List<TarEntry> entries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(archive)) {
            TarReader.read(in, "x", (entry, content) -> entries.add(entry));
        }
        return entries;
    }
}
