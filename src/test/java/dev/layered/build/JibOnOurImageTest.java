package dev.layered.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.layered.failure.Mistakes;
import dev.layered.image.Blob;
import dev.layered.image.Descriptor;
import dev.layered.image.Image;
import dev.layered.json.Json;
import dev.layered.json.JsonObject;
import dev.layered.layer.LayerListing;
import dev.layered.layout.PlatformImage;
import dev.layered.layout.StoredImages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Jib makes of an image of ours that it builds upon. */
@Timeout(60)
final class JibOnOurImageTest {

    @TempDir
    Path folder;

    private PublishedBase ours;
    private List<Blob> layers;

    @BeforeEach
    void start() throws IOException {
        ours = PublishedBase.start();
    }

    @AfterEach
    void stop() {
        ours.close();
    }

    private void publish(String compression) throws IOException {
        TestProject project = TestProject.in(folder.resolve("ours")).compression(compression);
        ours.put(project.build(), "1");
        layers = BuiltLayout.checked(project.output.resolve("image"))
                .images()
                .get(0)
                .layers();
    }

    private void jib(Containerizer to) throws Exception {
        Path own = Files.writeString(folder.resolve("own.txt"), "Jib's own");
        Jib.from(RegistryImage.named(ours.name("1")))
                .addFileEntriesLayer(FileEntriesLayer.builder()
                        .addEntry(own, AbsoluteUnixPath.get("/own.txt"))
                        .build())
                .containerize(to.setAllowInsecureRegistries(true)
                        .setBaseImageLayersCache(folder.resolve("base"))
                        .setApplicationLayersCache(folder.resolve("application")));
    }

    private Path archive() throws Exception {
        Path tar = folder.resolve("jib.tar");
        jib(Containerizer.to(TarImage.at(tar).named("jib")));
        return tar;
    }

    @Test
    void jibToATarKeepsEveryEntryOfOurGzipLayers() throws Exception {
        publish("gzip");
        Mistakes faults = new Mistakes();
        Image made = StoredImages.at("docker-archive:" + archive(), folder).orElseThrow().images(faults).stream()
                .flatMap(image -> image.images().stream())
                .map(PlatformImage::image)
                .findFirst()
                .orElseThrow();
        faults.throwIfAny();
        assertThat(listings(made.layers().subList(0, layers.size()))).isEqualTo(listings(layers));
        assertThat(made.layers()).hasSize(layers.size() + 1);
    }

    @Test
    void jibToARegistryTakesOurGzipLayersAsTheyAre() throws Exception {
        publish("gzip");
        jib(Containerizer.to(RegistryImage.named(ours.registry.host() + "/jib:1")));
        byte[] manifest = ours.registry.contents().manifest("jib", "1").orElseThrow();
        List<JsonObject> made = Json.parse(manifest, "Jib's manifest").objects("layers");
        assertThat(made).hasSize(layers.size() + 1);
        for (int i = 0; i < layers.size(); i++) {
            Descriptor our = layers.get(i).descriptor();
            assertThat(made.get(i).requiredText("digest"))
                    .isEqualTo(our.digest().text());
            assertThat(ours.registry.contents().blob("jib", our.digest())).isPresent();
        }
    }

    /** Only because the library for Zstandard is on the class path of this test; see the page of layers. */
    @Test
    void jibWithTheLibraryReadsZstandard() throws Exception {
        publish("zstd");
        assertThat(archive()).isNotEmptyFile();
    }

    /** The page of layers says so. Where this fails, Jib has learned it, and the page is to be mended. */
    @Test
    void jibFailsOnLayersThatAreNotCompressed() throws IOException {
        publish("none");
        assertThatThrownBy(this::archive).rootCause().hasMessage("No Compressor found for the stream signature.");
    }

    private static List<LayerListing> listings(List<Blob> blobs) throws IOException {
        List<LayerListing> listings = new ArrayList<>();
        for (Blob blob : blobs) {
            try (InputStream in = blob.open()) {
                listings.add(LayerListing.of(in, blob.source()));
            }
        }
        return listings;
    }
}
