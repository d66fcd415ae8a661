package dev.layered.inspect;

import static dev.layered.failure.FailureAssert.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layered.image.Platform;
import dev.layered.outcome.BuildLog;
import dev.layered.outcome.FoundFile;
import dev.layered.outcome.ImageComparison;
import dev.layered.outcome.ImageContents;
import dev.layered.outcome.LayerComparison;
import dev.layered.outcome.LayerComparison.Side;
import dev.layered.outcome.LayerContents;
import dev.layered.outcome.Progress;
import dev.layered.outcome.Work;
import dev.layered.place.BuildFiles;
import dev.layered.place.ImagePlaces;
import dev.layered.place.PublishedLayout;
import dev.layered.store.Store;
import dev.layered.tar.TestTar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images in a registry, of which only those layers are fetched that have to be read, and each once. */
final class PublishedImageTest {

    @TempDir
    private Path folder;

    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private PublishedLayout published;
    private String store = "store";
    private String here;

    @BeforeEach
    void publish() {
        here = new SampleImage(folder.resolve("image"))
                .layer("COPY a", new TestTar().file("app/a.txt", "a"))
                .layer("COPY b", new TestTar().file("app/b.txt", "b"))
                .on("linux/amd64")
                .layer("COPY a", new TestTar().file("app/a.txt", "a"))
                .layer("COPY c", new TestTar().file("app/c.txt", "c"))
                .on("linux/arm64")
                .write();
        published = PublishedLayout.of(folder.resolve("image"));
    }

    @AfterEach
    void stop() {
        published.close();
    }

    private ImagePlaces places() {
        BuildLog log = new BuildLog() {
            @Override
            public Progress begin(Work work) {
                assertThat(work.kind()).isEqualTo(Work.Kind.FETCH);
                assertThat(work.name()).endsWith(" of " + published.name());
                fetched.add(work.name());
                return Progress.UNHEARD;
            }
        };
        return published
                .places(folder)
                .keeping(() -> Store.open(folder.resolve(store), folder.resolve("other"), log), log);
    }

    private ImageInspector image(Optional<Platform> only) {
        return ImageInspector.at(places().at(published.name()), only);
    }

    private long blobs() {
        return published.registry().count("GET", "/blobs/");
    }

    @Test
    void atReadsManifestsAndConfigsAndNoLayer() {
        image(Optional.empty());
        assertThat(blobs()).as("configs").isEqualTo(2);
        assertThat(published.registry().count("GET", "/manifests/")).isEqualTo(3);
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void contentsAreThoseOfTheLayoutAndLayersAreFetchedOnce() {
        ImageContents contents = image(Optional.empty()).contents(new BuildFiles(folder, folder));
        ImageContents again = image(Optional.empty()).contents(new BuildFiles(folder, folder));
        ImageContents onDisk =
                ImageInspector.at(places().at(here), Optional.empty()).contents(new BuildFiles(folder, folder));

        assertThat(contents.location()).isEqualTo(published.name());
        assertThat(contents.platforms().get(1).layers())
                .isEqualTo(onDisk.platforms().get(1).layers());
        assertThat(again).isEqualTo(contents);
        assertThat(fetched).hasSize(3).doesNotHaveDuplicates();
        assertThat(blobs()).as("configs twice, layers once").isEqualTo(2 + 2 + 3);
    }

    @Test
    void contentsWhenOnePlatformIsAskedForFetchItsLayersOnly() {
        image(Optional.of(Platform.parse("linux/arm64"))).contents(new BuildFiles(folder, folder));
        assertThat(fetched).hasSize(2);
    }

    @Test
    void contentsWhenALayerIsMissingShowTheOthers() {
        LayerContents missing = layers().get(1);
        published.lose(missing.blob());
        store = "another";

        List<LayerContents> layers = layers();

        assertThat(layers.get(0).inside()).isPresent();
        assertThat(layers.get(1).inside()).isEmpty();
        assertThat(layers.get(1).unreadable())
                .contains("does not have the blob " + missing.blob().digest());
    }

    private List<LayerContents> layers() {
        return image(Optional.empty())
                .contents(new BuildFiles(folder, folder))
                .platforms()
                .get(0)
                .layers();
    }

    @Test
    void findReadsLayersOfAllPlatformsOnce() {
        assertThat(image(Optional.empty()).find("b.txt").get(0).files())
                .extracting(FoundFile::path)
                .containsExactly("/app/b.txt");
        assertThat(fetched).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void againstALayoutFetchesNothingThatBothHave() {
        SampleImage other = new SampleImage(folder.resolve("there"))
                .layer("COPY a", new TestTar().file("app/a.txt", "a"))
                .layer("COPY b", new TestTar().file("app/b.txt", "another"))
                .on("linux/amd64");

        ImageComparison comparison =
                image(Optional.empty()).against(ImageInspector.at(places().at(other.write()), Optional.empty()));

        assertThat(comparison.platforms().get(0).layers())
                .extracting(LayerComparison::side)
                .containsExactly(Side.BOTH, Side.HERE, Side.THERE);
        assertThat(fetched).hasSize(1);
    }

    @Test
    void atWhenTheTagIsMissingFails() {
        assertFailure(() -> ImageInspector.at(places().at(published.repository() + ":2.0"), Optional.empty()))
                .isMistake()
                .hasId("image-absent")
                .what("The registry has no image '" + published.repository() + ":2.0'.")
                .where(published.repository() + ":2.0")
                .fix("check name, tag and digest, or push it first");
    }
}
