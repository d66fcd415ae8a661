package dev.layered.inspect;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Digest;
import dev.layered.image.Platform;
import dev.layered.outcome.FolderSize;
import dev.layered.outcome.FoundArtifact;
import dev.layered.outcome.ImageContents;
import dev.layered.outcome.LayerContents;
import dev.layered.outcome.LayerInside;
import dev.layered.outcome.PlatformContents;
import dev.layered.place.BuildFiles;
import dev.layered.place.TestPlaces;
import dev.layered.tar.TestTar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageInspectorTest {

    @TempDir
    Path folder;

    private SampleImage image;

    @BeforeEach
    void open() {
        image = new SampleImage(folder.resolve("image"));
    }

    @Test
    void contentsWhenReadCountFilesFoldersAndWhiteouts() {
        TestTar tar = new TestTar()
                .directory("app")
                .file("app/classes/com/a.class", "12345")
                .file("app/classes/org/b.class", "123")
                .file("top.txt", "1")
                .link("app/link", "classes")
                .file("app/.wh.gone", "");

        LayerContents layer = contents(tar);

        LayerInside inside = layer.inside().orElseThrow();
        assertThat(inside.files()).isEqualTo(3);
        assertThat(inside.contentSize()).isEqualTo(9);
        assertThat(inside.whiteouts()).isEqualTo(1);
        assertThat(inside.tarSize()).isEqualTo(tar.bytes().length - 1024);
        assertThat(inside.folders()).containsExactly(new FolderSize("/app/classes/", 2, 8), new FolderSize("/", 1, 1));
        assertThat(layer.compression()).isEqualTo("gzip");
        assertThat(layer.name()).isEqualTo("COPY all");
        assertThat(layer.key()).isEmpty();
    }

    @Test
    void contentsWhenJarsAreThereNameTheirArtifactsLargestFirst() {
        byte[] known = new SampleJar().of("org.example", "left", "1.0").bytes();

        LayerInside inside = contents(new TestTar()
                        .file("libs/right-2.1-rc1.jar", "small")
                        .file("libs/plain.jar", "s")
                        .file("libs/left-1.0.jar", known))
                .inside()
                .orElseThrow();

        assertThat(inside.artifacts())
                .containsExactly(
                        new FoundArtifact("org.example:left", "1.0", "/libs/left-1.0.jar", known.length),
                        new FoundArtifact("right", "2.1-rc1", "/libs/right-2.1-rc1.jar", 5),
                        new FoundArtifact("plain", "", "/libs/plain.jar", 1));
        assertThat(inside.artifacts())
                .extracting(FoundArtifact::text)
                .containsExactly("org.example:left:1.0", "right:2.1-rc1", "plain");
        assertThat(inside.folders()).isEmpty();
    }

    @Test
    void contentsWhenEntriesAreManyCountThem() {
        TestTar tar = new TestTar();
        for (int i = 0; i < 100_000; i++) {
            tar.file("app/" + i % 300 + "/" + i, "");
        }

        LayerInside inside = contents(tar).inside().orElseThrow();

        assertThat(inside.files()).isEqualTo(100_000);
        assertThat(inside.folders()).hasSize(300);
    }

    @Test
    void contentsWhenLayerCannotBeReadSayWhy() {
        byte[] unknown = "a compression of the future".getBytes(StandardCharsets.UTF_8);
        image.layer("odd", "application/vnd.oci.image.layer.v1.tar+new", unknown, Digest.of(unknown))
                .layer(
                        "cut",
                        "application/vnd.oci.image.layer.v1.tar+gzip",
                        new byte[] {0x1f, (byte) 0x8b, 8},
                        Digest.of(unknown))
                .on("linux/amd64");

        List<LayerContents> layers = contents().platforms().get(0).layers();

        assertThat(layers).allSatisfy(layer -> assertThat(layer.inside()).isEmpty());
        assertThat(layers.get(0).unreadable()).contains("neither tar nor gzip nor Zstandard");
        assertThat(layers.get(1).unreadable()).isEqualTo("The layer is damaged: its compressed bytes are cut.");
    }

    @Test
    void contentsWhenSeveralPlatformsTellOfEach() {
        image.layer("a", new TestTar().file("a", "a"))
                .on("linux/amd64")
                .layer("a", new TestTar().file("a", "a"))
                .on("linux/arm64");

        ImageContents contents = contents();

        assertThat(contents.location()).isEqualTo("oci:" + folder.resolve("image"));
        assertThat(contents.platforms())
                .extracting(PlatformContents::platform)
                .containsExactly(Platform.parse("linux/amd64"), Platform.parse("linux/arm64"));
        assertThat(contents.platforms()).extracting(PlatformContents::image).containsOnly("shop/cart:1.0");
    }

    @Test
    void atWhenPlatformIsNamedLooksAtNoOther() {
        image.layer("a", new TestTar().file("a", "a"))
                .on("linux/amd64")
                .layer("b", new TestTar().file("b", "b"))
                .on("linux/arm64");
        String location = image.write();

        assertThat(at(location, "linux/arm64/v8")
                        .contents(new BuildFiles(folder, folder))
                        .platforms())
                .extracting(platform -> platform.platform().toString())
                .containsExactly("linux/arm64");
        assertFailure(() -> at(location, "linux/s390x"))
                .hasId("inspect-platform")
                .what("There is no image for 'linux/s390x' in '" + location + "'.")
                .where("the image to inspect")
                .fix("choose one of linux/amd64, linux/arm64");
    }

    @Test
    void atWhenNoImageCanBeThereFails() {
        assertFailure(() -> ImageInspector.at(TestPlaces.onDisk(folder).at("oci:nowhere"), Optional.empty()))
                .hasId("layout-missing");
        assertFailure(() -> ImageInspector.at(TestPlaces.onDisk(folder).at(image.write()), Optional.empty()))
                .hasId("inspect-none")
                .what("There is no image in 'oci:" + folder.resolve("image") + "'.")
                .where("the image to inspect")
                .fix("name a place that has one");
    }

    @Test
    void atWhenDocumentIsDamagedFails() throws Exception {
        String location =
                image.layer("a", new TestTar().file("a", "a")).on("linux/amd64").write();
        Path index = folder.resolve("image/index.json");
        Files.writeString(index, Files.readString(index).replace("\"digest\":\"sha256:", "\"digest\":\"sha256:0000"));

        assertFailure(() -> ImageInspector.at(TestPlaces.onDisk(folder).at(location), Optional.empty()))
                .hasId("digest-form");
    }

    private static ImageInspector at(String location, String platform) {
        return ImageInspector.at(TestPlaces.onDisk(Path.of("")).at(location), Optional.of(Platform.parse(platform)));
    }

    private LayerContents contents(TestTar tar) {
        image.layer("COPY all", tar).on("linux/amd64");
        return contents().platforms().get(0).layers().get(0);
    }

    private ImageContents contents() {
        return ImageInspector.at(TestPlaces.onDisk(folder).at(image.write()), Optional.empty())
                .contents(new BuildFiles(folder, folder));
    }
}
