package dev.layered.build;

import static dev.layered.failure.FailureAssert.assertFailure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Descriptor;
import dev.layered.image.Digest;
import dev.layered.image.MediaType;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.BuildOutcome;
import dev.layered.store.BlobDraft;
import dev.layered.store.BlobFacts;
import dev.layered.store.Store;
import dev.layered.tar.TestTar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveBaseTest {

    private static final byte[] PLAIN =
            new TestTar().file("etc/name", "x".repeat(9000)).bytes();

    @TempDir
    Path folder;

    @Test
    void buildOnAnArchiveOfALayoutGivesTheSameImage() throws IOException {
        BuildOutcome base = TestProject.in(folder.resolve("base")).build();
        TestTar tar = new TestTar();
        try (Stream<Path> files = Files.walk(base.layout())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tar.file(base.layout().relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        tar.writeTo(folder.resolve("base.tar"));

        BuildOutcome onArchive = TestProject.in(folder.resolve("app"))
                .from("oci-archive:../base.tar")
                .build();
        BuildOutcome onFolder = TestProject.in(folder.resolve("other"))
                .from("oci:../base/target/layered/image")
                .build();

        assertThat(onArchive.image().target().digest())
                .isEqualTo(onFolder.image().target().digest());
        BuiltLayout.checked(onArchive.layout());
    }

    @Test
    void buildOnAnArchiveOfDockerSaveCompressesItsLayersOnce() throws IOException {
        dockerArchive(PLAIN);
        TestProject app = TestProject.in(folder.resolve("app")).from("docker-archive:../base.tar");

        BuildOutcome outcome = app.build();

        Descriptor layer = firstLayer(outcome);
        assertThat(layer.mediaType()).isEqualTo(MediaType.OCI_LAYER_GZIP);
        assertThat(layer.size()).isLessThan(PLAIN.length);
        assertThat(BuiltLayout.checked(outcome.layout())
                        .images()
                        .get(0)
                        .config()
                        .value()
                        .diffIds())
                .startsWith(Digest.of(PLAIN));
        // the same diffID, so that it is not compressed again: other bytes would fail
        dockerArchive(PLAIN, new TestTar().file("other", "bytes").bytes());
        assertThat(firstLayer(app.build())).isEqualTo(layer);
    }

    @Test
    void buildWhenTheStoredLayerOfAnArchiveIsDamagedCompressesItAgain() throws IOException {
        dockerArchive(PLAIN);
        TestProject app = TestProject.in(folder.resolve("app")).from("docker-archive:../base.tar");
        BuildOutcome right = app.build();
        DamageTest.damage(DamageTest.stored(app, firstLayer(right).digest().hex()));
        DamageTest.deleteTree(app.output);

        BuildOutcome outcome = app.build();

        assertThat(outcome.image().target()).isEqualTo(right.image().target());
        BuiltLayout.checked(outcome.layout());
    }

    @Test
    void buildWhenAnotherFormatOfLayersCompressedTheLayerOfAnArchiveCompressesItAgain() throws IOException {
        dockerArchive(PLAIN);
        Descriptor right = firstLayer(TestProject.in(folder.resolve("other"))
                .from("docker-archive:../base.tar")
                .build());
        TestProject app = TestProject.in(folder.resolve("app")).from("docker-archive:../base.tar");
        Store store = Store.open(app.store, app.store, BuildLog.SILENT);
        byte[] former = "compressed by another encoder".getBytes(UTF_8);
        try (BlobDraft draft = store.blobs().draft()) {
            draft.write(former);
            draft.commit();
        }
        Descriptor known = Descriptor.of(MediaType.OCI_LAYER_GZIP, Digest.of(former), former.length);
        new BlobFacts(store, "compressed").remember(Digest.of(PLAIN), new BlobFacts.Known(known, Optional.empty()));

        assertThat(firstLayer(app.build())).isEqualTo(right);
    }

    @Test
    void buildWhenALayerOfAnArchiveOfDockerSaveIsAnotherFails() throws IOException {
        byte[] another = new TestTar().file("etc/name", "another").bytes();
        dockerArchive(PLAIN, another);

        TestProject app = TestProject.in(folder.resolve("app")).from("docker-archive:../base.tar");
        assertFailure(app::build)
                .hasId("layer-damaged")
                .what("The layer is damaged: it is " + Digest.of(another) + ", not " + Digest.of(PLAIN) + ".")
                .where(folder.resolve("base.tar") + "!/layer.tar")
                .fix("make it again with the tool that wrote it");
    }

    @Test
    void buildPassesOnForeignAndUnknownLayersByTheirDescriptors() throws IOException {
        Digest absent = Digest.of(new byte[1]);
        byte[] odd = "odd".getBytes(UTF_8);
        String config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                + absent + "\",\"" + absent + "\"]}}";
        String manifest = "{\"schemaVersion\":2,\"config\":" + blob(MediaType.OCI_CONFIG, config.getBytes(UTF_8))
                + ",\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.nondistributable.v1.tar+gzip\","
                + "\"digest\":\"" + absent + "\",\"size\":1,\"urls\":[\"https://example.com/layer\"]},"
                + blob("application/x-odd+layer", odd) + "]}";
        Path base = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(base.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(
                base.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[" + blob(MediaType.OCI_MANIFEST, manifest.getBytes(UTF_8)) + "]}");

        BuildOutcome outcome =
                TestProject.in(folder.resolve("app")).from("oci:../foreign").build();

        List<Descriptor> layers = outcome.image().platforms().get(0).baseLayers();
        assertThat(layers).extracting(Descriptor::isForeign).containsExactly(true, false);
        assertThat(layers.get(0).other().texts("urls")).contains(List.of("https://example.com/layer"));
        assertThat(BuiltLayout.blobs(outcome.layout()))
                .contains(Digest.of(odd).hex())
                .doesNotContain(absent.hex());
    }

    private Descriptor firstLayer(BuildOutcome outcome) {
        return outcome.image().platforms().get(0).baseLayers().get(0);
    }

    /** Writes the archive of an image with one layer, whose bytes may be others than its config says. */
    private void dockerArchive(byte[] layer, byte... other) throws IOException {
        new TestTar()
                .file(
                        "config.json",
                        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                                + Digest.of(layer) + "\"]}}")
                .file("layer.tar", other.length == 0 ? layer : other)
                .file("manifest.json", "[{\"Config\":\"config.json\",\"Layers\":[\"layer.tar\"]}]")
                .writeTo(folder.resolve("base.tar"));
    }

    /** Writes a blob of the layout in the folder {@code foreign} and returns its descriptor as JSON. */
    private String blob(String mediaType, byte[] content) throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("foreign/blobs/sha256"));
        Files.write(blobs.resolve(Digest.of(content).hex()), content);
        return "{\"mediaType\":\"" + mediaType + "\",\"digest\":\"" + Digest.of(content) + "\",\"size\":"
                + content.length + "}";
    }
}
