package dev.layered.layout;

import static dev.layered.failure.FailureAssert.assertFailure;
import static dev.layered.layout.DraftLayout.bytes;
import static dev.layered.layout.DraftLayout.json;
import static dev.layered.layout.DraftLayout.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.failure.FailureAssert;
import dev.layered.failure.Mistakes;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(booleans = {false, true})
class StoredImagesTest {

    @Parameter
    boolean asArchive;

    @TempDir
    Path folder;

    private final DraftLayout layout = new DraftLayout();
    private final Mistakes faults = new Mistakes();

    @Test
    void imagesOfALoneManifestGivesItWithItsLayers() throws IOException {
        Descriptor target = layout.image("amd64");
        StoredImage image = read(layout.name(target, "shop/x:1")).get(0);
        assertThat(faults.isEmpty()).isTrue();
        assertThat(image.name()).isEqualTo("shop/x:1");
        assertThat(image.target().digest()).isEqualTo(target.digest());
        assertThat(image.indexes()).isEmpty();
        assertThat(image.images()).hasSize(1);
        assertThat(image.images().get(0).platform()).hasToString("linux/amd64");
        Blob layer = image.images().get(0).image().layers().get(0);
        try (InputStream in = layer.open()) {
            assertThat(in.readAllBytes()).isEqualTo(DraftLayout.TAR);
        }
        assertThat(layer.source())
                .startsWith(folder.toString())
                .endsWith(layer.descriptor().digest().hex());
    }

    @Test
    void imagesOfNestedIndexesGivesAllAndPassesOverArtifacts() throws IOException {
        Descriptor amd64 = layout.image("amd64");
        Descriptor arm = layout.image("arm");
        Descriptor artifact = layout.manifest(layout.blob("application/vnd.oci.empty.v1+json", bytes("{}")));
        String attestation = json(layout.blob(MediaType.OCI_MANIFEST, bytes("never read")), on("unknown", "unknown"));
        String unheardOf = json(layout.blob("application/x", bytes("never read")), "");
        String inner = json(
                layout.index(
                        json(arm, ",\"platform\":{\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v6\"}"),
                        attestation),
                "");
        Descriptor outer = layout.index(json(amd64, on("linux", "amd64")), inner, json(artifact, ""), unheardOf);
        List<StoredImage> images = read(layout.name(outer, "a").name(amd64, "b"));
        assertThat(faults.isEmpty()).isTrue();
        assertThat(images).extracting(StoredImage::name).containsExactly("a", "b");
        assertThat(images.get(0).indexes()).hasSize(2);
        assertThat(images.get(0).images())
                .extracting(image -> image.platform().toString())
                .containsExactly("linux/amd64", "linux/arm/v6");
        assertThat(images.get(0).others()).hasSize(3);
        assertThat(images.get(1).images()).hasSize(1);
    }

    @Test
    void imagesKeepsForeignAndUnknownLayersThatAreNotThere() throws IOException {
        String foreign = "{\"mediaType\":\"application/vnd.docker.image.rootfs.foreign.diff.tar.gzip\",\"digest\":\""
                + Digest.of(new byte[1]) + "\",\"size\":1,\"urls\":[\"https://example.com/layer\"]}";
        byte[] manifest = bytes("{\"schemaVersion\":2,\"config\":"
                + json(layout.config("amd64", DraftLayout.TAR, DraftLayout.TAR), "") + ",\"layers\":[" + foreign + ","
                + json(layout.blob("application/x-layer", bytes("odd")), "") + "]}");
        List<StoredImage> images = read(layout.name(layout.blob(MediaType.OCI_MANIFEST, manifest), "a"));
        assertThat(faults.isEmpty()).isTrue();
        List<Blob> layers = images.get(0).images().get(0).image().layers();
        assertThat(layers).extracting(Blob::isThere).containsExactly(false, true);
        assertThat(layers).extracting(layer -> layer.descriptor().isForeign()).containsExactly(true, false);
    }

    @Test
    void imagesWhenADocumentIsMissingDamagedOrTooLongNotesItAndGivesTheRest() throws IOException {
        Descriptor good = layout.image("amd64");
        Descriptor missing = layout.image("arm64");
        Descriptor damaged = layout.image("s390x");
        Descriptor wrongSize =
                Descriptor.of(good.mediaType(), layout.image("ppc64le").digest(), 5);
        layout.files.remove(path(missing));
        layout.files.get(path(damaged))[3] ^= 1;
        List<StoredImage> images = read(
                layout.name(missing, "a").name(damaged, "b").name(good, "c").name(wrongSize, "d"));
        assertThat(images.get(2).images()).hasSize(1);
        faults().hasIds("layout-blob-missing", "layout-blob-damaged", "layout-blob-damaged");
        faults().problem(0).isPrintable().fix("make the layout again with the tool that wrote it");
    }

    @Test
    void imagesWhenADocumentHasLayersAndManifestsNotesIt() throws IOException {
        byte[] both = bytes("{\"schemaVersion\":2,\"config\":" + json(layout.config("amd64"), "")
                + ",\"layers\":[],\"manifests\":[]}");
        read(layout.name(layout.blob(MediaType.OCI_MANIFEST, both), "a"));
        faults().hasId("image-damaged")
                .what("The image cannot be used: it must hold either layers or manifests.")
                .fix("make the image again with the tool that wrote it")
                .isMistake();
    }

    @Test
    void imagesWhenMediaTypesContradictNotesIt() throws IOException {
        byte[] manifest = bytes("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.DOCKER_MANIFEST + "\",\"config\":"
                + json(layout.config("amd64"), "") + ",\"layers\":[]}");
        read(layout.name(layout.blob(MediaType.OCI_MANIFEST, manifest), "a")
                .name(layout.blob(MediaType.OCI_INDEX, bytes("{\"schemaVersion\":2,\"layers\":[]}")), "b"));
        faults().problem(0)
                .hasId("image-damaged")
                .what("The image cannot be used: what is called " + MediaType.OCI_MANIFEST + " is "
                        + MediaType.DOCKER_MANIFEST + ".");
        faults().problem(1).what("The image cannot be used: what is called " + MediaType.OCI_INDEX + " is a manifest.");
    }

    @Test
    void imagesWhenOfSchemaOneOrUnknownNotesTheKind() throws IOException {
        read(layout.name(layout.blob(MediaType.DOCKER_MANIFEST, bytes("{\"schemaVersion\":1}")), "a")
                .name(layout.blob("application/vnd.docker.distribution.manifest.v1+prettyjws", bytes("{}")), "b")
                .name(layout.blob(MediaType.OCI_MANIFEST, bytes("{\"schemaVersion\":3,\"layers\":[]}")), "c"));
        faults().hasIds("image-schema", "image-schema", "image-schema");
        faults().problem(0)
                .what("The image is of a kind that is not read: Docker schema 1.")
                .fix("make the image again as OCI image or Docker schema 2, e.g. by skopeo copy --format oci")
                .isMistake();
        faults().problem(1).whatContains("Docker schema 1, application/vnd.docker.distribution.manifest.v1+prettyjws");
        faults().problem(2).whatContains("schemaVersion 3");
    }

    @Test
    void imagesWhenConfigHasAnotherNumberOfLayersNotesIt() throws IOException {
        read(layout.name(layout.manifest(layout.config("amd64")), "a")
                .name(layout.manifest(layout.config("arm64"), layout.blob(MediaType.OCI_LAYER, DraftLayout.TAR)), "b"));
        faults().hasId("image-damaged").whatContains("its config has not one diffID for each layer");
    }

    @Test
    void imagesWhenIndexesAreNestedTooDeepNotesIt() throws IOException {
        Descriptor target = layout.index(json(layout.image("amd64"), ""));
        for (int i = 0; i < 4; i++) {
            target = layout.index(json(target, ""));
        }
        assertThat(read(layout.name(target, "a")).get(0).images()).isEmpty();
        faults().hasId("image-damaged").whatContains("its indexes are nested too deep");
    }

    /** An index of indexes, each ten thousand times: as a tree it would have 10^12 leaves. */
    @Test
    void imagesWhenIndexesRepeatReadsEachOnce() throws IOException {
        Descriptor target = layout.image("amd64");
        for (int i = 0; i < 3; i++) {
            String[] same = new String[10_000];
            Arrays.fill(same, json(target, ""));
            target = layout.index(same);
        }
        assertThat(read(layout.name(target, "a")).get(0).images()).hasSize(10_000);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void imagesWhenDocumentsAreEndlessFails() throws IOException {
        List<String> manifests = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            byte[] large = bytes("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.OCI_INDEX
                    + "\",\"manifests\":[],\"n\":" + i + "}" + " ".repeat((4 << 20) - 200));
            manifests.add(json(layout.blob(MediaType.OCI_INDEX, large), ""));
        }
        read(layout.name(layout.index(manifests.toArray(String[]::new)), "a"));
        faults().problem(0).hasId("image-damaged").whatContains("its documents together have more than 33554432 bytes");
    }

    @Test
    void imagesWhenThereIsNoLayoutNotesIt() throws IOException {
        layout.files.put("other", new byte[1]);
        read(layout);
        faults().hasId("layout-missing")
                .whatContains("is not an OCI image layout.")
                .fix("name a folder with oci:, or a tar with oci-archive:, that holds oci-layout and index.json; what"
                        + " docker save writes is a docker-archive:");
    }

    @Test
    void imagesWhenTheLayoutIsOfAnotherVersionNotesIt() throws IOException {
        layout.name(layout.image("amd64"), "a");
        layout.files.put("oci-layout", bytes("{\"imageLayoutVersion\":\"2.0.0\"}"));
        read(layout);
        faults().hasId("layout-version")
                .what("The image layout is of version '2.0.0', not 1.0.0.")
                .fix("make the layout again with a tool that writes version 1.0.0");
    }

    @Test
    void atWhenOfNoKnownKindIsEmpty() {
        assertThat(StoredImages.at("docker://x", folder)).isEmpty();
        assertThat(StoredImages.at("scratch", folder)).isEmpty();
        assertFailure(() -> StoredImages.at("oci:\0", folder))
                .hasId("layout-missing")
                .isPrintable();
    }

    private static String path(Descriptor descriptor) {
        return "blobs/sha256/" + descriptor.digest().hex();
    }

    private List<StoredImage> read(DraftLayout draft) throws IOException {
        return StoredImages.at(draft.write(folder, asArchive), folder)
                .orElseThrow()
                .images(faults);
    }

    private FailureAssert faults() {
        return assertFailure(faults::throwIfAny);
    }
}
