package dev.layered.layout;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.layout.DraftLayout.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.luben.zstd.Zstd;
import dev.layered.failure.FailureAssert;
import dev.layered.failure.Mistakes;
import dev.layered.image.Blob;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.outcome.BuildLog;
import dev.layered.place.BuildFiles;
import dev.layered.place.TestPlaces;
import dev.layered.tar.TestTar;
import dev.layered.verify.ImageVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerArchiveTest {

    private static final byte[] TAR = DraftLayout.TAR;
    private static final String CONFIG = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
            + "\"diff_ids\":[\"%s\",\"%s\"]}}".formatted(Digest.of(TAR), Digest.of(TAR));

    @TempDir
    Path folder;

    private final Mistakes faults = new Mistakes();

    /** As Docker before 25, Podman and skopeo write it: a layer stands in a folder of its own, or is a link to one. */
    @Test
    void imagesWhenLayersAreLinkedGivesThemByDiffId() throws IOException {
        StoredImage image = read(new TestTar()
                        .file("config.json", CONFIG)
                        .file("a/layer.tar", TAR)
                        .link("b/layer.tar", "../a/layer.tar")
                        .file("manifest.json", manifest("\"shop/x:1\",\"shop/x:2\"", "a/layer.tar", "b/layer.tar")))
                .get(0);
        assertThat(image.name()).isEqualTo("shop/x:1");
        assertThat(image.images()).hasSize(1);
        List<Blob> layers = image.images().get(0).image().layers();
        assertThat(layers).extracting(layer -> layer.descriptor().mediaType()).containsOnly(MediaType.OCI_LAYER);
        assertThat(layers).extracting(layer -> layer.descriptor().digest()).containsOnly(Digest.of(TAR));
        assertThat(layers.get(1).source()).isEqualTo(folder.resolve("x.tar") + "!/b/layer.tar");
        checked(image);
    }

    /** As Jib and kaniko write it, and Docker with containerd's store. */
    @Test
    void imagesWhenLayersAreCompressedGivesThemAsTheyAre() throws IOException {
        byte[] gzip = DraftLayout.gzip(TAR);
        byte[] zstd = Zstd.compress(TAR);
        StoredImage image = read(new TestTar()
                        .file("oci-layout", "{}")
                        .file("index.json", "{}")
                        .file("config.json", CONFIG)
                        .file("one.tar.gz", gzip)
                        .file("blobs/two", zstd)
                        .file("manifest.json", manifest("", "one.tar.gz", "./blobs/two")))
                .get(0);
        assertThat(image.name()).isEmpty();
        assertThat(image.images().get(0).image().manifest().value().layers())
                .extracting("mediaType", "digest", "size")
                .containsExactly(
                        tuple(MediaType.OCI_LAYER_GZIP, Digest.of(gzip), (long) gzip.length),
                        tuple(MediaType.OCI_LAYER_ZSTD, Digest.of(zstd), (long) zstd.length));
        checked(image);
    }

    @Test
    void imagesOfSeveralGivesEach() throws IOException {
        String one = manifest("\"a:1\"", "l", "l");
        String two = manifest("\"b:1\"", "l", "l");
        List<StoredImage> images = read(new TestTar()
                .file("config.json", CONFIG)
                .file("l", TAR)
                .file("manifest.json", one.replace("]}]", "]}," + two.substring(1))));
        assertThat(images).extracting(StoredImage::name).containsExactly("a:1", "b:1");
    }

    @Test
    void imagesWhenRepoTagsAreNullGivesNoName() throws IOException {
        List<StoredImage> images = read(new TestTar()
                .file("config.json", CONFIG)
                .file("l", TAR)
                .file("manifest.json", manifest("", "l", "l").replace("\"RepoTags\":[]", "\"RepoTags\":null")));
        assertThat(images).extracting(StoredImage::name).containsExactly("");
    }

    @Test
    void imagesWhenSomethingIsMissingNotesIt() throws IOException {
        read(new TestTar().file("config.json", CONFIG).file("manifest.json", manifest("", "none", "none")));
        faults().hasId("layout-blob-missing").where(folder.resolve("x.tar") + "!/none");
    }

    @Test
    void imagesWhenConfigIsMissingNotesIt() throws IOException {
        read(new TestTar().file("manifest.json", manifest("")));
        faults().hasId("layout-blob-missing").whatContains("'config.json'");
    }

    @Test
    void imagesWhenConfigHasAnotherNumberOfLayersNotesIt() throws IOException {
        read(new TestTar().file("config.json", CONFIG).file("manifest.json", manifest("")));
        faults().hasId("image-damaged");
    }

    @Test
    void imagesWhenALayerLeadsOutOfTheArchiveNotesIt() throws IOException {
        read(new TestTar()
                .file("config.json", CONFIG)
                .link("l", "../../etc/passwd")
                .file("manifest.json", manifest("", "l", "l")));
        faults().hasId("tar-link");
    }

    @Test
    void imagesWhenALayerIsOfAnotherCompressionNotesIt() throws IOException {
        read(new TestTar()
                .file("config.json", CONFIG)
                .file("l", "BZh9".repeat(200))
                .file("manifest.json", manifest("", "l", "l")));
        faults().hasId("layer-compression");
    }

    @Test
    void imagesWhenThereIsNoManifestNotesIt() throws IOException {
        read(new TestTar().file("index.json", "{}"));
        faults().hasId("layout-missing")
                .whatContains("is not an archive of docker save.")
                .fix("name an archive that holds the file manifest.json; one that holds index.json is an oci-archive:")
                .isMistake();
    }

    @Test
    void imagesWhenManifestIsTooLargeNotesIt() throws IOException {
        read(new TestTar().file("manifest.json", " ".repeat((4 << 20) + 1)));
        faults().hasId("layout-blob-damaged").whatContains("more than 4194304 bytes");
    }

    @Test
    void imagesWhenOneLayerHasTwoDiffIdsGivesBoth() throws IOException {
        String other = Digest.of(new byte[1]).text();
        StoredImage image = read(new TestTar()
                        .file("config.json", CONFIG.replaceFirst("sha256:[0-9a-f]+", other))
                        .file("l", TAR)
                        .file("manifest.json", manifest("", "l", "l")))
                .get(0);
        assertThat(image.images().get(0).image().layers())
                .extracting(layer -> layer.descriptor().digest().text())
                .containsExactly(other, Digest.of(TAR).text());
    }

    @Test
    void imagesWhenConfigsAreEndlessNotesIt() throws IOException {
        String image = "{\"Config\":\"config.json\",\"Layers\":[\"l\",\"l\"]}";
        List<StoredImage> images = read(new TestTar()
                .file("config.json", CONFIG + " ".repeat(4_000_000))
                .file("l", TAR)
                .file("manifest.json", "[" + (image + ",").repeat(1000) + image + "]"));
        assertThat(images).hasSize(8);
        faults().problem(0).hasId("image-damaged").whatContains("its documents together have more than 33554432 bytes");
    }

    @Test
    void imagesWhenManifestIsNoListNotesIt() throws IOException {
        read(new TestTar().file("manifest.json", bytes("{}")));
        faults().hasId("json-unreadable");
    }

    private static String manifest(String tags, String... layers) {
        return "[{\"Config\":\"config.json\",\"RepoTags\":[" + tags + "],\"Layers\":["
                + String.join(",", Arrays.stream(layers).map(l -> '"' + l + '"').toList()) + "]}]";
    }

    private void checked(StoredImage image) {
        assertThat(faults.isEmpty()).isTrue();
        assertThat(image.images()).isNotEmpty();
        BuildFiles nothingBuilt = new BuildFiles(folder, folder);
        ImageVerifier verifier =
                ImageVerifier.at(TestPlaces.onDisk(folder).at("docker-archive:x.tar"), nothingBuilt, BuildLog.SILENT);
        assertThat(verifier.verify(false).faults()).isEmpty();
    }

    private List<StoredImage> read(TestTar tar) throws IOException {
        tar.writeTo(folder.resolve("x.tar"));
        return StoredImages.at("docker-archive:x.tar", folder).orElseThrow().images(faults);
    }

    private FailureAssert faults() {
        return assertFailure(faults::throwIfAny);
    }
}
